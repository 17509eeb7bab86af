/** A listing that could not be had, in the place of the list. */
import { useTranslations } from "use-intl";
import { ApiError } from "@/api/ApiError";
import { useErrorText } from "@/locales/useErrorText";
import { Button } from "@/ui/Button";
import { ErrorPanel } from "@/ui/ErrorPanel";

export interface ListingFailureProps {
  readonly error: Error;
  readonly onRetry: () => void;
}

export function ListingFailure({ error, onRetry }: ListingFailureProps) {
  const t = useTranslations("common");
  const describe = useErrorText();
  const failure = asApiError(error);
  const { title, body } = describe(failure);
  return (
    <div className="mx-auto w-full max-w-xl p-4">
      <ErrorPanel
        title={title}
        body={body}
        actions={<Button onPress={onRetry}>{t("retry")}</Button>}
        {...(failure.requestId !== null && {
          request: {
            id: failure.requestId,
            label: t("requestId"),
            copyLabel: t("copyRequestId"),
            copiedLabel: t("copied"),
          },
        })}
      />
    </div>
  );
}

/** Anything that is not an answer of the API is a fault of ours. */
export function asApiError(error: Error): ApiError {
  return error instanceof ApiError ? error : new ApiError("internal", 0);
}
