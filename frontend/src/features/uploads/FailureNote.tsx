/** Why a transfer failed and what to do; the codes for a report stand behind "details". */
import { CircleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/locales/useErrorText";
import type { Failure } from "@/transfer/transfers";

export interface FailureNoteProps {
  readonly failure: Failure;
  /** Null when the upload was refused before it had one. */
  readonly objectKey: string | null;
}

export function FailureNote({ failure, objectKey }: FailureNoteProps) {
  const t = useTranslations();
  const { title, body } = useErrorText()(failure);
  return (
    <div className="flex gap-2 pb-1 text-xs">
      <CircleAlert size={16} className="mt-px shrink-0 text-danger-ink" aria-hidden />
      <div className="min-w-0">
        <p>
          <span className="font-medium">{title}</span> <span className="text-ink-soft">{body}</span>
        </p>
        <details className="text-ink-soft">
          <summary className="w-fit rounded-sm">{t("uploads.details")}</summary>
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 font-mono">
            <Detail name={t("uploads.code")} value={failure.code} />
            {objectKey !== null && <Detail name={t("uploads.key")} value={objectKey} />}
            {failure.requestId !== null && (
              <Detail name={t("common.requestId")} value={failure.requestId} />
            )}
          </dl>
        </details>
      </div>
    </div>
  );
}

function Detail({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt className="font-sans">{name}</dt>
      <dd className="break-all select-text">{value}</dd>
    </>
  );
}
