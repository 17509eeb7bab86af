/** Why there is nothing to see, in the place of the preview, and what to do about it. */
import { useTranslations } from "use-intl";
import { Link } from "wouter";
import { ApiError } from "@/api/ApiError";
import { FailurePanel } from "@/locales/FailurePanel";
import { useErrorText } from "@/locales/useErrorText";
import { Button } from "@/ui/Button";
import { ErrorPanel } from "@/ui/ErrorPanel";
import { PreviewError } from "./PreviewError";

export interface PreviewFailureProps {
  readonly error: Error;
  readonly onRetry: () => void;
  readonly bucket: string;
  readonly corsHref: string;
}

export function PreviewFailure({ error, onRetry, bucket, corsHref }: PreviewFailureProps) {
  const t = useTranslations("details.preview");
  const common = useTranslations("common");
  const describe = useErrorText();
  const retry = <Button onPress={onRetry}>{common("retry")}</Button>;
  if (error instanceof ApiError) return <FailurePanel error={error} actions={retry} />;
  if (!(error instanceof PreviewError))
    return <ErrorPanel title={t("broken")} body={t("brokenBody")} actions={retry} />;
  if (error.code !== "unreachable") {
    const { code, params } = error;
    return <ErrorPanel {...describe({ code, params: { bucket, ...params } })} actions={retry} />;
  }
  return (
    <ErrorPanel
      title={t("unreachable")}
      body={t("unreachableBody", { bucket })}
      actions={
        <>
          {retry}
          <Link
            href={corsHref}
            className="flex h-control items-center rounded-sm text-accent-ink underline"
          >
            {t("diagnose")}
          </Link>
        </>
      }
    />
  );
}
