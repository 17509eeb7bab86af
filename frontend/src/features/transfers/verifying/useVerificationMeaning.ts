/** What "verified" or "not verified" means for a finished transfer: what was compared with what. */
import { useTranslations } from "use-intl";
import type { TransferView } from "@/transfer/transfers";

export type Compared = Pick<TransferView, "direction" | "verified">;

export function useVerificationMeaning({ direction, verified }: Compared): string {
  const t = useTranslations(`verification.${direction}`);
  return verified === null ? t("none") : t("some", { algorithm: verified });
}
