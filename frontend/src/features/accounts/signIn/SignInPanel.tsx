/** Signing in for the server's account: by a link in an e-mail, or with Google. */
import { useTranslations } from "use-intl";
import type { Config } from "@/api/useConfig";
import { ErrorPanel } from "@/ui/ErrorPanel";
import { EmailForm } from "./EmailForm";
import { GoogleButton } from "./GoogleButton";
import { LinkSent } from "./LinkSent";
import { missingSetup } from "./setup";
import { SignInTroubleNote } from "./SignInTroubleNote";
import { useSignIn, type SignIn } from "./useSignIn";

export interface SignInPanelProps {
  readonly config: Pick<Config, "firebase" | "signIn">;
  /** Of who is to sign in again. */
  readonly email?: string;
}

export function SignInPanel({ config, email }: SignInPanelProps) {
  const t = useTranslations("signIn");
  const missing = missingSetup(config);
  if (missing.length > 0) {
    return (
      <ErrorPanel title={t("setupTitle")} body={t("setupBody", { fields: missing.join(", ") })} />
    );
  }
  return <Steps config={config} email={email ?? ""} />;
}

function Steps({ config, email }: Required<SignInPanelProps>) {
  const t = useTranslations("signIn");
  const signIn = useSignIn(email);
  return (
    <div className="flex flex-col gap-4">
      {signIn.trouble && <SignInTroubleNote trouble={signIn.trouble} />}
      <Step signIn={signIn} providers={config.signIn.providers} />
      <p className="text-xs text-ink-soft">{t("privacy")}</p>
    </div>
  );
}

interface StepProps {
  readonly signIn: SignIn;
  readonly providers: Config["signIn"]["providers"];
}

function Step({ signIn, providers }: StepProps) {
  const t = useTranslations("signIn");
  if (signIn.step === "finishing") return <p role="status">{t("finishing")}</p>;
  if (signIn.step === "sent") return <LinkSent signIn={signIn} />;
  if (signIn.step === "address") {
    return (
      <>
        <p>{t("addressBody")}</p>
        <EmailForm signIn={signIn} label={t("finish")} onSubmit={signIn.finishLink} />
      </>
    );
  }
  return (
    <>
      {providers.includes("email") && (
        <EmailForm
          signIn={signIn}
          label={t("sendLink")}
          isPending={signIn.step === "sending"}
          onSubmit={signIn.sendLink}
        />
      )}
      {providers.length > 1 && <Or />}
      {providers.includes("google") && (
        <GoogleButton isPending={signIn.step === "popup"} onPress={signIn.google} />
      )}
    </>
  );
}

function Or() {
  const t = useTranslations("signIn");
  return (
    <p className="flex items-center gap-3 text-xs text-ink-soft before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      {t("or")}
    </p>
  );
}
