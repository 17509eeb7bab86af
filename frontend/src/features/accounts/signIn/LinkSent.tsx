/** The link is on its way: what to do now, and what to do when it does not come. */
import { MailCheck } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/Button";
import { GatedButton } from "@/ui/GatedButton";
import type { SignIn } from "./useSignIn";

/** Ms: most mail is there by then, and Firebase sends only so many to one address. */
const RESEND_AFTER_MS = 30_000;

export function LinkSent({ signIn }: { readonly signIn: SignIn }) {
  const t = useTranslations("signIn");
  const [isEarly, setEarly] = useState(true);
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    note.current?.focus(); // the form that had it is gone
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => {
      setEarly(false);
    }, RESEND_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <div className="flex flex-col gap-4">
      <div
        ref={note}
        tabIndex={-1}
        role="status"
        className="flex gap-3 rounded-md border border-line bg-surface p-3 outline-none"
      >
        <MailCheck size={16} aria-hidden className="mt-0.5 shrink-0 text-ink-soft" />
        <div className="flex min-w-0 flex-col gap-1">
          <p className="font-medium wrap-anywhere">{t("sentTitle", { email: signIn.email })}</p>
          <p className="text-ink-soft">{t("sentBody")}</p>
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        <GatedButton disabledReason={isEarly ? t("resendLater") : null} onPress={signIn.sendLink}>
          {t("resend")}
        </GatedButton>
        <Button variant="quiet" onPress={signIn.startOver}>
          {t("otherEmail")}
        </Button>
      </div>
    </div>
  );
}
