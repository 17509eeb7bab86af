/** The first of many names, and how many more there are. */
import { useTranslations } from "use-intl";
import { FileName } from "@/ui/FileName";

/** As many as a person reads. */
const shown = 10;

export interface NameListProps {
  readonly label: string;
  readonly keys: readonly string[];
  /** The prefix that all of them are below: it is left out. */
  readonly below: string;
  /** It has its full height from the start, and leaves it to others to say how many there are. */
  readonly isGrowing?: boolean;
}

export function NameList({ label, keys, below, isGrowing = false }: NameListProps) {
  const t = useTranslations("deletion");
  const more = keys.length - shown;
  return (
    <div className="flex flex-col gap-1">
      <div
        role="group"
        aria-label={label}
        // What scrolls has to be reachable by keyboard.
        tabIndex={0}
        className={`${isGrowing ? "h-36" : "max-h-36"} overflow-y-auto rounded-md border border-line bg-surface px-3 py-2`}
      >
        <ul>
          {keys.slice(0, shown).map((key) => (
            <li key={key} className="flex min-w-0">
              <FileName name={key.slice(below.length)} />
            </li>
          ))}
        </ul>
      </div>
      {more > 0 && !isGrowing && <p className="text-ink-soft">{t("more", { count: more })}</p>}
    </div>
  );
}
