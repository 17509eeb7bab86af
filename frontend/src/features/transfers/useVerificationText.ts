/** The words for how a finished download was compared with what S3 has; null for everything else. */
import { useTranslations } from "use-intl";
import type { TransferView } from "@/transfer/transfers";

export function useVerificationText({ status, direction, verified }: TransferView): string | null {
  const t = useTranslations();
  if (status !== "done" || direction === "upload") return null;
  return verified === null
    ? t("downloads.unverified")
    : t("downloads.verified", { algorithm: verified });
}
