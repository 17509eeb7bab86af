/** What will go, and the field for the word that lets it go. */
import { useTranslations } from "use-intl";
import { formatSize } from "@/ui/size";
import { TextField } from "@/ui/TextField";
import { visibleName } from "@/ui/visibleName";
import type { ObjectEntry } from "./entry";
import { NameList } from "./NameList";
import type { Place } from "./useListing";

export interface DeletionQuestionProps {
  readonly place: Place;
  readonly entries: readonly ObjectEntry[];
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
  const { place, entries, typed, onType, isReadOnly, error } = props;
  const t = useTranslations("deletion");
  const bytes = entries.reduce((sum, { size }) => sum + size, 0);
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
      <NameList label={t("files")} names={entries.map(({ name }) => name)} />
      <p className="text-ink-soft">{t("summary", { size: formatSize(bytes) })}</p>
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
