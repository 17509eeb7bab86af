/** The words for how a finished download was compared with what S3 has; null for everything else. */
import { useTranslations } from "use-intl";
import type { TransferView } from "@/transfer/transfers";

export function useVerificationText({ status, download }: TransferView): string | null {
  const t = useTranslations();
  if (status !== "done" || download === null) return null;
  const algorithm = download.verified;
  return algorithm === null ? t("downloads.unverified") : t("downloads.verified", { algorithm });
}
