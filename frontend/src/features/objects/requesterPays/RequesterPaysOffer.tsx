/** Where a listing is refused: the bucket's owner may want the one who asks to pay. */
import { useTranslations } from "use-intl";
import { Button } from "@/ui/Button";

export interface RequesterPaysOfferProps {
  readonly isAgreed: boolean;
  readonly onAgree: () => void;
  readonly onWithdraw: () => void;
}

export function RequesterPaysOffer({ isAgreed, onAgree, onWithdraw }: RequesterPaysOfferProps) {
  const t = useTranslations("requesterPays");
  return (
    <section className="flex flex-col items-start gap-1">
      <p className="text-xs text-ink-soft">{t(isAgreed ? "stillDenied" : "whoPays")}</p>
      <div className="-ml-3">
        <Button variant="quiet" onPress={isAgreed ? onWithdraw : onAgree}>
          {t(isAgreed ? "withdraw" : "agree")}
        </Button>
      </div>
    </section>
  );
}
