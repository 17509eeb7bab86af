/** How old is old, what that comes to, and whether other people's uploads go, too. */
import { useTranslations } from "use-intl";
import { Checkbox } from "@/ui/Checkbox";
import { FileName } from "@/ui/FileName";
import { Select } from "@/ui/Select";
import { formatSize } from "@/ui/size";
import { initiatorName, sumOf, type UnfinishedUpload } from "./unfinished";

export interface OlderQuestionProps {
  readonly days: number;
  readonly onDays: (days: number) => void;
  readonly own: readonly UnfinishedUpload[];
  readonly others: readonly UnfinishedUpload[];
  readonly takesOthers: boolean;
  readonly onTakesOthers: (takes: boolean) => void;
  /** The prefix that all keys are below. */
  readonly below: string;
  /** More may be found. */
  readonly isReading: boolean;
  /** How many were found so far, old or not. */
  readonly found: number;
}

const choices = ["1", "7", "30"] as const;

export function OlderQuestion(props: OlderQuestionProps) {
  const { days, own, others, takesOthers, isReading } = props;
  const t = useTranslations("unfinished");
  return (
    <div className="flex flex-col gap-3">
      <Select
        label={t("olderThan")}
        value={String(days)}
        options={choices.map((value) => ({ value, label: t("days", { days: Number(value) }) }))}
        onChange={(value) => {
          props.onDays(Number(value));
        }}
      />
      <p role="status" aria-busy={isReading}>
        {isReading ? t("reading", { count: props.found }) : <Total uploads={own} whose="own" />}
      </p>
      {!isReading && others.length > 0 && (
        <>
          <div>
            <p>
              <Total uploads={others} whose="others" />
            </p>
            <Others uploads={others} below={props.below} />
          </div>
          <Checkbox
            label={t("takeOthers")}
            isSelected={takesOthers}
            onChange={props.onTakesOthers}
          />
        </>
      )}
      <p className="text-ink-soft">{t("forGood")}</p>
    </div>
  );
}

interface TotalProps {
  readonly uploads: readonly UnfinishedUpload[];
  readonly whose: "own" | "others";
}

function Total({ uploads, whose }: TotalProps) {
  const t = useTranslations("unfinished");
  const { count, bytes, unsized } = sumOf(uploads);
  return (
    <>
      {t(`totals.${whose}`, { count, size: formatSize(bytes) })}
      {unsized > 0 && ` ${t("unsized", { count: unsized })}`}
    </>
  );
}

/** As many as a person reads. */
const shown = 50;

function Others({ uploads, below }: Pick<OlderQuestionProps, "below"> & TotalOf) {
  const t = useTranslations("unfinished");
  return (
    <div
      role="group"
      aria-label={t("others")}
      // What scrolls has to be reachable by keyboard.
      tabIndex={0}
      className="mt-1 max-h-36 overflow-y-auto rounded-md border border-line bg-surface px-3 py-2"
    >
      <ul className="text-xs">
        {uploads.slice(0, shown).map(({ uploadId, key, initiator }) => (
          <li key={uploadId} className="flex min-w-0 justify-between gap-3">
            <FileName name={key.slice(below.length)} />
            <span title={initiator ?? undefined} className="shrink-0 text-ink-soft">
              {initiator === null ? t("nobody") : initiatorName(initiator)}
            </span>
          </li>
        ))}
        {uploads.length > shown && <li>{t("othersMore", { count: uploads.length - shown })}</li>}
      </ul>
    </div>
  );
}

type TotalOf = Pick<TotalProps, "uploads">;
