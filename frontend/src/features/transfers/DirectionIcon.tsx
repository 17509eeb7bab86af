/** Whether a transfer goes up to S3 or comes down from it. */
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "use-intl";
import type { TransferDirection } from "@/transfer/transfers";

const icons = { upload: ArrowUp, download: ArrowDown } as const;

export function DirectionIcon({ direction }: { readonly direction: TransferDirection }) {
  const t = useTranslations("transfers.direction");
  const Icon = icons[direction];
  return (
    <Icon
      size={16}
      role="img"
      aria-label={t(direction)}
      className="mr-2 shrink-0 self-center text-ink-soft"
    />
  );
}
