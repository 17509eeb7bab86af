/** Under the first of several rows that are not verified: what that means. */
import { useTranslations } from "use-intl";
import { type Compared, useVerificationMeaning } from "./useVerificationMeaning";

export function UnverifiedNote({ transfer }: { readonly transfer: Compared }) {
  const t = useTranslations("verification");
  const meaning = useVerificationMeaning(transfer);
  return <p className="pb-1 pl-6 text-xs text-ink-soft">{t("note", { meaning })}</p>;
}
