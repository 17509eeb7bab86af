/** The place that takes files: by the file picker, or dropped anywhere on what it holds. */
import { useState, type ChangeEvent, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { type PickedFiles, pickWithHandles } from "@/transfer/pickFiles";
import type { Destination, Transfers } from "@/transfer/transfers";
import { Notice } from "@/ui/Notice";
import { DropOverlay } from "./DropOverlay";
import { pathText } from "@/ui/pathText";
import { useFileDrag } from "./useFileDrag";

export interface UploadTargetProps {
  readonly destination: Destination;
  readonly transfers: Pick<Transfers, "add">;
  /** Why nothing can be uploaded here; null when it may be tried. */
  readonly refusal: string | null;
  /** Leads on from the refusal. */
  readonly refusalMore: ReactNode;
  /** Gets the function that opens the file picker, or says why it does not. */
  readonly children: (choose: () => void) => ReactNode;
}

export function UploadTarget(props: UploadTargetProps) {
  const { destination, transfers, refusal, children } = props;
  const t = useTranslations("uploads");
  const [input, setInput] = useState<HTMLInputElement | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const path = pathText(destination);
  // Where the refusal was met: it says nothing about the next place.
  const [refusedAt, setRefusedAt] = useState<string | null>(null);

  const add = ({ files, unreadable }: PickedFiles) => {
    if (files.length > 0) transfers.add(destination, files);
    const { length: count } = unreadable;
    setNotice(count > 0 ? t("unreadableDrop", { count }) : null);
  };
  const addDropped = (dropped: PickedFiles) => {
    add(dropped);
    if (dropped.files.length + dropped.unreadable.length === 0) setNotice(t("emptyDrop"));
  };
  const choose = () => {
    const picking = pickWithHandles();
    if (picking === null) input?.click();
    else void picking.then(add);
  };
  const refuse = () => {
    setRefusedAt(path);
  };
  const { drag, handlers } = useFileDrag({
    onDrop: refusal === null ? addDropped : refuse,
    onOther: () => {
      setNotice(t("textDropped"));
    },
  });
  const addChosen = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])].map((file) => ({ file }));
    // Without this the same file could not be chosen twice in a row.
    target.value = "";
    add({ files, unreadable: [] });
  };

  return (
    <div {...handlers} className="relative flex min-h-0 flex-1 flex-col">
      <input
        ref={setInput}
        type="file"
        multiple
        hidden
        aria-label={t("fileInput")}
        onChange={addChosen}
      />
      {notice !== null && (
        <Notice
          dismissLabel={t("dismiss")}
          onDismiss={() => {
            setNotice(null);
          }}
        >
          {notice}
        </Notice>
      )}
      {refusal !== null && refusedAt === path && (
        <Notice
          dismissLabel={t("dismiss")}
          onDismiss={() => {
            setRefusedAt(null);
          }}
        >
          {refusal} {props.refusalMore}
        </Notice>
      )}
      {children(refusal === null ? choose : refuse)}
      {drag !== "nothing" && <DropOverlay drag={drag} path={path} refusal={refusal} />}
    </div>
  );
}
