/** Follows a drag over an element and takes what is dropped there. */
import { useEffect, useState, type DragEvent } from "react";
import type { PickedFiles } from "@/transfer/pickFiles";
import { carriesFiles, readDropped } from "./droppedFiles";

/** What is dragged over the element now. */
export type Drag = "nothing" | "files" | "other";

export interface FileDragOptions {
  readonly onDrop: (dropped: PickedFiles) => void;
  /** Text or a link was dropped. */
  readonly onOther: () => void;
}

export function useFileDrag({ onDrop, onOther }: FileDragOptions) {
  const [drag, setDrag] = useState<Drag>("nothing");
  useKeepPage();

  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    const hasFiles = carriesFiles(event.dataTransfer);
    event.dataTransfer.dropEffect = hasFiles ? "copy" : "none";
    setDrag(hasFiles ? "files" : "other");
  };
  const onDragLeave = (event: DragEvent) => {
    const to = event.relatedTarget;
    if (!(to instanceof Node) || !event.currentTarget.contains(to)) setDrag("nothing");
  };
  const take = (event: DragEvent) => {
    event.preventDefault();
    setDrag("nothing");
    if (carriesFiles(event.dataTransfer)) void readDropped(event.dataTransfer.items).then(onDrop);
    else onOther();
  };
  return { drag, handlers: { onDragOver, onDragLeave, onDrop: take } };
}

/** A file that is dropped beside the target would replace the page, and its transfers with it. */
function useKeepPage(): void {
  useEffect(() => {
    const refuse = (event: globalThis.DragEvent) => {
      if (event.defaultPrevented || event.dataTransfer === null) return;
      if (!carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "none";
    };
    window.addEventListener("dragover", refuse);
    window.addEventListener("drop", refuse);
    return () => {
      window.removeEventListener("dragover", refuse);
      window.removeEventListener("drop", refuse);
    };
  }, []);
}
