/** The first of many names, and how many more there are. */
import { useTranslations } from "use-intl";
import { FileName } from "@/ui/FileName";

/** As many as a person reads. */
const shown = 10;

export interface NameListProps {
  readonly label: string;
  readonly names: readonly string[];
}

export function NameList({ label, names }: NameListProps) {
  const t = useTranslations("deletion");
  const more = names.length - shown;
  return (
    <div className="flex flex-col gap-1">
      <div
        role="group"
        aria-label={label}
        // What scrolls has to be reachable by keyboard.
        tabIndex={0}
        className="max-h-36 overflow-y-auto rounded-md border border-line bg-surface px-3 py-2"
      >
        <ul>
          {names.slice(0, shown).map((name) => (
            <li key={name} className="flex min-w-0">
              <FileName name={name} />
            </li>
          ))}
        </ul>
      </div>
      {more > 0 && <p className="text-ink-soft">{t("more", { count: more })}</p>}
    </div>
  );
}
