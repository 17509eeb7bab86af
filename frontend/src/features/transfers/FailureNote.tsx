/** Why a transfer failed and what to do; the codes for a report stand behind "details". */
import { CircleAlert } from "lucide-react";
import { Suspense } from "react";
import { useTranslations } from "use-intl";
import { PageWords } from "@/locales/PageWords";
import { useErrorText } from "@/locales/useErrorText";
import type { Failure } from "@/transfer/transfers";
import { CorsHint, isAboutCors } from "./CorsHint";

/** The address of a bucket's CORS doctor, which leads back to the prefix. */
export type CorsHrefOf = (bucket: string, prefix: string) => string;

export interface FailureNoteProps {
  readonly failure: Failure;
  /** Null when the upload was refused before it had one. */
  readonly objectKey: string | null;
  /** The row above tells the same: this one shows the title and holds the rest behind it. */
  readonly isRepeat: boolean;
  readonly corsHref: string;
}

export function FailureNote(props: FailureNoteProps) {
  const t = useTranslations();
  // The words of failures that are rare come later.
  const isRare = !t.has(`errors.${props.failure.code}.title` as "errors.internal.title");
  return (
    <Suspense>
      <PageWords isNeeded={isRare}>
        <Note {...props} />
      </PageWords>
    </Suspense>
  );
}

function Note({ failure, objectKey, isRepeat, corsHref }: FailureNoteProps) {
  const t = useTranslations("transfers");
  const { title, body } = useErrorText()(failure);
  const hint = isAboutCors(failure) && <CorsHint failure={failure} href={corsHref} />;
  const report = <Report failure={failure} objectKey={objectKey} />;
  return (
    <div className="flex min-w-0 flex-1 gap-2 pb-1 text-xs">
      <CircleAlert size={16} className="mt-px shrink-0 text-danger-ink" aria-hidden />
      {isRepeat ? (
        <details className="min-w-0 text-ink-soft">
          <summary className="w-fit rounded-sm">{title}</summary>
          <p>{body}</p>
          {hint}
          {report}
        </details>
      ) : (
        <div className="min-w-0">
          <p>
            <span className="font-medium">{title}</span>
            {". "}
            <span className="text-ink-soft">{body}</span>
          </p>
          {hint}
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
      <Detail name={t("transfers.code")} value={failure.code} />
      {objectKey !== null && <Detail name={t("transfers.key")} value={objectKey} />}
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
