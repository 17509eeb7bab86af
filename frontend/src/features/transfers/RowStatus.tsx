/** Where a transfer stands, in a word; where there is no column for it, how it was verified, too. */
import { useTranslations } from "use-intl";
import type { TransferView } from "@/transfer/transfers";
import { useVerificationText } from "./useVerificationText";

export function RowStatus({ transfer }: { readonly transfer: TransferView }) {
  const t = useTranslations("transfers.status");
  const { status, failure } = transfer;
  const verification = useVerificationText(transfer);
  const word = t(failure?.code === "offline" ? "offline" : status);
  return (
    <p
      className={`max-w-20 text-xs leading-4 wrap-normal ${status === "conflict" ? "font-medium text-decision-ink" : "text-ink-soft"}`}
    >
      {verification === null ? (
        word
      ) : (
        <>
          <span className="xl:hidden">{verification}</span>
          <span className="hidden xl:inline">{word}</span>
        </>
      )}
    </p>
  );
}
