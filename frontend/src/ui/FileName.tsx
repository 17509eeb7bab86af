/** A name on one line whose ending stays in sight when the middle has to give way. */
import { visibleName } from "./visibleName";

/** Endings longer than this are part of the name and not a file's type. */
const longestEnding = 10;

export function FileName({ name }: { readonly name: string }) {
  const shown = visibleName(name);
  const dot = shown.lastIndexOf(".");
  const cut = dot > 0 && shown.length - dot <= longestEnding ? dot : shown.length;
  return (
    <>
      <span className="sr-only">{shown}</span>
      {/* bdi: a name in another direction must not turn its surroundings round. */}
      <bdi aria-hidden title={shown} className="flex min-w-0">
        <span className="truncate whitespace-pre">{shown.slice(0, cut)}</span>
        <span className="shrink-0 whitespace-pre">{shown.slice(cut)}</span>
      </bdi>
    </>
  );
}
