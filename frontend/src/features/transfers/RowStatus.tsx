/** Where a transfer stands, in a word; where there is no column for it, how it was verified, too. */
import { useTranslations } from "use-intl";
import type { PauseReason, TransferStatus, TransferView } from "@/transfer/transfers";
import { useVerificationText } from "./useVerificationText";
import { Verification } from "./Verification";

export function RowStatus({ transfer }: { readonly transfer: TransferView }) {
  const verification = useVerificationText(transfer);
  const word = useStatusWord(transfer);
  return (
    <p
      className={`max-w-20 text-xs leading-4 wrap-normal ${needsDecision(transfer) ? "font-medium text-decision-ink" : "text-ink-soft"}`}
    >
      {verification === null ? (
        word
      ) : (
        <>
          <span className="xl:hidden">
            <Verification transfer={transfer} text={verification} />
          </span>
          <span className="hidden xl:inline">{word}</span>
        </>
      )}
    </p>
  );
}

function useStatusWord({ status, failure, pausedFor }: TransferView): string {
  const t = useTranslations("transfers");
  if (failure?.code === "offline") return t("status.offline");
  if (failure !== null && MOVING.has(status)) return t("status.retrying");
  const isByPerson = pausedFor === null || pausedFor === "person";
  return isByPerson ? t(`status.${status}`) : t(`pausedFor.${pausedFor}`);
}

const MOVING: ReadonlySet<TransferStatus> = new Set(["uploading", "downloading"]);

/** It goes on only when a person has done something about it. */
function needsDecision({ status, pausedFor }: TransferView): boolean {
  return status === "conflict" || WAITS_FOR_PERSON.has(pausedFor);
}

const WAITS_FOR_PERSON: ReadonlySet<PauseReason | null> = new Set([
  "credentials",
  "file",
  "permission",
]);
