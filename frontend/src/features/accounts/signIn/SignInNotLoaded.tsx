/** Signing in could not be loaded; the keys beside it work all the same. */
import { useTranslations } from "use-intl";
import { ErrorPanel } from "@/ui/ErrorPanel";

export function SignInNotLoaded() {
  const t = useTranslations("app");
  return <ErrorPanel title={t("loadFailed")} body={t("loadFailedBody")} />;
}
