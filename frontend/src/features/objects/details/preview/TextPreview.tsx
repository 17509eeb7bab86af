/** The beginning of a text, as text. */
import { useTranslations } from "use-intl";
import type { KindProps } from "./PreviewContent";
import { TextFrame } from "./TextFrame";

export function TextPreview(props: KindProps) {
  return <TextFrame {...props}>{(text) => <TextBlock text={text} />}</TextFrame>;
}

export function TextBlock({ text }: { readonly text: string }) {
  const t = useTranslations("details.preview");
  return (
    <pre
      role="group"
      aria-label={t("content")}
      // What scrolls has to be reachable by keyboard.
      tabIndex={0}
      className="max-h-96 overflow-auto rounded-md border border-line bg-surface p-3 font-mono text-xs whitespace-pre-wrap select-text"
    >
      {text}
    </pre>
  );
}
