/** An error panel in the person's language, from whatever a call has thrown. */
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { asApiError } from "@/api/ApiError";
import { ErrorPanel } from "@/ui/ErrorPanel";
import { useErrorText } from "./useErrorText";

export interface FailurePanelProps {
  /** Anything but an `ApiError` is a fault of this page and shows as an internal error. */
  readonly error: Error;
  readonly actions?: ReactNode;
}

export function FailurePanel({ error, actions }: FailurePanelProps) {
  const t = useTranslations("common");
  const describe = useErrorText();
  const { code, params, requestId } = asApiError(error);
  const request = requestId !== null && {
    id: requestId,
    label: t("requestId"),
    copyLabel: t("copyRequestId"),
    copiedLabel: t("copied"),
  };
  return (
    <ErrorPanel {...describe({ code, params })} {...(request && { request })} actions={actions} />
  );
}
