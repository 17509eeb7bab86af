/** What will go, whether it can come back, and the field for the word that lets it go. */
import { useTranslations } from "use-intl";
import { formatSize } from "@/ui/size";
import { TextField } from "@/ui/TextField";
import { visibleName } from "@/ui/visibleName";
import { NameList } from "./NameList";
import type { Count } from "./treeCount";
import type { Place } from "./useListing";
import { useProtectionText } from "./useProtection";

export interface DeletionQuestionProps {
  readonly place: Place;
  /** What has been found. */
  readonly count: Count;
  /** Whether more may be found. */
  readonly isCounting: boolean;
  /** How many selected prefixes it was found below. */
  readonly paths: number;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly isReadOnly: boolean;
  /** What is wrong with what was typed. */
  readonly error: string | undefined;
  /** Enter was pressed. */
  readonly onSubmit: () => void;
}

const takeFocus = (input: HTMLInputElement | null) => {
  input?.focus();
};

export function DeletionQuestion(props: DeletionQuestionProps) {
  const { place, count, isCounting, typed, onType, isReadOnly, error } = props;
  const t = useTranslations("deletion");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
      // The instruction is what the dialog is about, and no small print.
      className="flex flex-col gap-3 [&_label]:text-sm [&_label]:text-ink"
    >
      <p className="font-mono text-xs wrap-anywhere">
        {visibleName(`${place.bucket}/${place.prefix}`)}
      </p>
      <NameList
        label={t("files")}
        keys={count.keys}
        below={place.prefix}
        isGrowing={props.paths > 0}
      />
      <div className="flex flex-col gap-1 text-ink-soft">
        {/* While it is busy its numbers change all the time: only the last one is read out. */}
        <p role="status" aria-busy={isCounting}>
          {t(isCounting ? "found" : props.paths > 0 ? "summaryBelow" : "summary", {
            size: formatSize(count.bytes),
            files: count.keys.length,
            paths: props.paths,
          })}
        </p>
        <p>{useProtectionText(place.bucket)}</p>
      </div>
      <TextField
        label={t("instruction")}
        value={typed}
        onChange={onType}
        isReadOnly={isReadOnly}
        error={error}
        isCode
        inputRef={takeFocus}
      />
    </form>
  );
}
