/** Why a transfer failed and what to do; the codes for a report stand behind "details". */
import { CircleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/locales/useErrorText";
import type { Failure } from "@/transfer/transfers";

export interface FailureNoteProps {
  readonly failure: Failure;
  /** Null when the upload was refused before it had one. */
  readonly objectKey: string | null;
  /** The row above tells the same: this one shows the title and holds the rest behind it. */
  readonly isRepeat: boolean;
}

export function FailureNote({ failure, objectKey, isRepeat }: FailureNoteProps) {
  const t = useTranslations("uploads");
  const { title, body } = useErrorText()(failure);
  const report = <Report failure={failure} objectKey={objectKey} />;
  return (
    <div className="flex min-w-0 flex-1 gap-2 pb-1 text-xs">
      <CircleAlert size={16} className="mt-px shrink-0 text-danger-ink" aria-hidden />
      {isRepeat ? (
        <details className="min-w-0 text-ink-soft">
          <summary className="w-fit rounded-sm">{title}</summary>
          <p>{body}</p>
          {report}
        </details>
      ) : (
        <div className="min-w-0">
          <p>
            <span className="font-medium">{title}</span>{" "}
            <span className="text-ink-soft">{body}</span>
          </p>
          <details className="text-ink-soft">
            <summary className="w-fit rounded-sm">{t("details")}</summary>
            {report}
          </details>
        </div>
      )}
    </div>
  );
}

function Report({ failure, objectKey }: Pick<FailureNoteProps, "failure" | "objectKey">) {
  const t = useTranslations();
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 font-mono">
      <Detail name={t("uploads.code")} value={failure.code} />
      {objectKey !== null && <Detail name={t("uploads.key")} value={objectKey} />}
      {failure.requestId !== null && (
        <Detail name={t("common.requestId")} value={failure.requestId} />
      )}
    </dl>
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
