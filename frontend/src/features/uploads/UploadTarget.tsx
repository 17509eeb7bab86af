/** The place that takes files: by the file picker, or dropped anywhere on what it holds. */
import { X } from "lucide-react";
import { useState, type ChangeEvent, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Destination, Transfers } from "@/transfer/transfers";
import { IconButton } from "@/ui/IconButton";
import type { DroppedFiles } from "./droppedFiles";
import { DropOverlay } from "./DropOverlay";
import { pathText } from "./pathText";
import { useFileDrag } from "./useFileDrag";

export interface UploadTargetProps {
  readonly destination: Destination;
  readonly transfers: Pick<Transfers, "add">;
  /** Gets the function that opens the file picker. */
  readonly children: (choose: () => void) => ReactNode;
}

export function UploadTarget({ destination, transfers, children }: UploadTargetProps) {
  const t = useTranslations("uploads");
  const [input, setInput] = useState<HTMLInputElement | null>(null);
  const [notice, setNotice] = useState<string | null>(null);

  const addDropped = ({ files, unreadable }: DroppedFiles) => {
    if (files.length > 0) transfers.add(destination, files);
    if (unreadable.length > 0) setNotice(t("unreadableDrop", { count: unreadable.length }));
    else setNotice(files.length === 0 ? t("emptyDrop") : null);
  };
  const { drag, handlers } = useFileDrag({
    onDrop: addDropped,
    onOther: () => {
      setNotice(t("textDropped"));
    },
  });
  const addChosen = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])].map((file) => ({ file }));
    // Without this the same file could not be chosen twice in a row.
    target.value = "";
    if (files.length > 0) transfers.add(destination, files);
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
        <DropNotice
          text={notice}
          onDismiss={() => {
            setNotice(null);
          }}
        />
      )}
      {children(() => input?.click())}
      {drag !== "nothing" && <DropOverlay drag={drag} path={pathText(destination)} />}
    </div>
  );
}

interface DropNoticeProps {
  readonly text: string;
  readonly onDismiss: () => void;
}

function DropNotice({ text, onDismiss }: DropNoticeProps) {
  const t = useTranslations("uploads");
  return (
    <div className="flex items-center gap-2 border-b border-line bg-surface px-3 py-1">
      <p role="alert" className="min-w-0 flex-1">
        {text}
      </p>
      <IconButton label={t("dismiss")} icon={<X size={16} aria-hidden />} onPress={onDismiss} />
    </div>
  );
}
