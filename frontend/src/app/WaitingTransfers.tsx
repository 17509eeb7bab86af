/** Says in the account form how many transfers wait until the account works again. */
import { useTranslations } from "use-intl";
import type { Transfers } from "@/transfer/transfers";
import { unfinishedCount } from "@/transfer/unfinished";
import { useTransfers } from "@/transfer/useTransfers";
import { useAccountTransfers } from "./TransfersContext";

export function WaitingTransfers() {
  const transfers = useAccountTransfers().existing();
  return transfers && <Waiting transfers={transfers} />;
}

function Waiting({ transfers }: { readonly transfers: Transfers }) {
  const t = useTranslations("accounts");
  const count = unfinishedCount(useTransfers(transfers));
  return count > 0 && <p role="status">{t("waitingTransfers", { count })}</p>;
}
