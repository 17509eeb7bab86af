/** Why signing in did not work, and what to do next. */
import { useTranslations } from "use-intl";
import { FailurePanel } from "@/locales/FailurePanel";
import { ErrorPanel } from "@/ui/ErrorPanel";
import type { SignInTrouble } from "./useSignIn";

export function SignInTroubleNote({ trouble }: { readonly trouble: SignInTrouble }) {
  const t = useTranslations("signIn");
  if (trouble.kind === "failure") {
    return (
      <ErrorPanel
        title={t(`failures.${trouble.code}.title`)}
        body={t(`failures.${trouble.code}.body`, { origin: location.origin })}
      />
    );
  }
  const { error, email } = trouble;
  if (error.code !== "sign_in_not_allowed" || email === null) return <FailurePanel error={error} />;
  return <ErrorPanel title={t("notAllowedTitle", { email })} body={t("notAllowedBody")} />;
}
