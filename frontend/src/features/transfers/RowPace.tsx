/** How fast a transfer goes and how long it takes; once it is done, how it was verified. */
import { useTranslations } from "use-intl";
import type { TransferView } from "@/transfer/transfers";
import { formatSpeed } from "@/ui/size";
import { paceOf } from "./pace";
import { useDuration } from "./useDuration";
import { useVerificationText } from "./useVerificationText";
import { Verification } from "./Verification";

export function RowPace({ transfer }: { readonly transfer: TransferView }) {
  const t = useTranslations("transfers");
  const duration = useDuration();
  const verification = useVerificationText(transfer);
  const pace = paceOf(transfer);
  if (verification !== null) {
    return (
      <p className="hidden text-right text-xs text-ink-soft xl:block">
        <Verification transfer={transfer} text={verification} />
      </p>
    );
  }
  return (
    <p className="hidden gap-3 text-right text-xs text-ink-soft xl:flex">
      <span className="w-20 whitespace-nowrap">
        {pace !== null && formatSpeed(pace.bytesPerSecond)}
      </span>
      <span className="flex-1 whitespace-nowrap">
        {pace?.remainingSeconds != null &&
          t("remaining", { time: duration(pace.remainingSeconds) })}
      </span>
    </p>
  );
}
