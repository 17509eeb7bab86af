/** JSON with indents where it is whole and valid; else as it stands. */
import { indentJson } from "./indentJson";
import type { KindProps } from "./PreviewContent";
import { TextFrame } from "./TextFrame";
import { TextBlock } from "./TextPreview";

export function JsonPreview(props: KindProps) {
  return (
    <TextFrame {...props}>
      {(text, isCut) => <TextBlock text={(isCut ? null : indentJson(text)) ?? text} />}
    </TextFrame>
  );
}
