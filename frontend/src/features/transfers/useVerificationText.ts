/** The words for how a finished transfer was compared with what S3 has; null for everything else. */
import { useTranslations } from "use-intl";
import type { TransferView } from "@/transfer/transfers";

export function useVerificationText({ status, verified }: TransferView): string | null {
  const t = useTranslations("transfers");
  if (status !== "done") return null;
  return verified === null ? t("unverified") : t("verified", { algorithm: verified });
}
