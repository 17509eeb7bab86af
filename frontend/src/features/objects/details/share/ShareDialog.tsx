/** A link for somebody else: for how long, what it means, and the link itself. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import { FailurePanel } from "@/locales/FailurePanel";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import type { ObjectPlace, ShareLimit } from "../objectDetails";
import { ExpiryChoice } from "./ExpiryChoice";
import { firstChoice, longest, type Choice } from "./expiry";
import { MadeLink } from "./MadeLink";
import { useShare } from "./useShare";

export interface ShareDialogProps {
  readonly place: ObjectPlace;
  readonly limit: ShareLimit;
  readonly onClose: () => void;
}

export function ShareDialog({ place, limit, onClose }: ShareDialogProps) {
  const t = useTranslations("details.share");
  const common = useTranslations("common");
  const [openedAt] = useState(Date.now);
  const most = longest(limit, openedAt);
  const [seconds, setSeconds] = useState<Choice>(firstChoice(most));
  const { making, isCopied, forget } = useShare(place);
  return (
    <Dialog isOpen onOpenChange={onClose} title={t("title")} closeLabel={common("close")}>
      <div className="flex flex-col gap-4">
        <ExpiryChoice
          limit={limit}
          longest={most}
          value={seconds}
          onChange={(chosen) => {
            setSeconds(chosen);
            forget();
          }}
        />
        <p className="text-xs text-ink-soft">{t("warning")}</p>
        {place.requesterPays && <p className="text-xs text-ink-soft">{t("billed")}</p>}
        {making.error !== null && <FailurePanel error={making.error} />}
        {making.data !== undefined && <MadeLink link={making.data} isCopied={isCopied} />}
        <div className="flex justify-end">
          <Button
            variant="primary"
            isPending={making.isPending}
            onPress={() => {
              making.mutate(seconds);
            }}
          >
            {t("copy")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
