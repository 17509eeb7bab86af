/** The person's e-mail address and what is to be done with it. */
import { useState, type SubmitEvent } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/TextField";
import type { SignIn } from "./useSignIn";

export interface EmailFormProps {
  readonly signIn: Pick<SignIn, "email" | "setEmail">;
  /** Of the button. */
  readonly label: string;
  readonly isPending?: boolean;
  readonly onSubmit: () => void;
}

export function EmailForm({ signIn, label, isPending = false, onSubmit }: EmailFormProps) {
  const t = useTranslations("signIn");
  const [isWrong, setWrong] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    // Only Firebase knows which addresses there are; this is for what was left out.
    const isAddress = /\S@\S/.test(signIn.email);
    setWrong(!isAddress);
    if (isAddress) onSubmit();
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3">
      <TextField
        type="email"
        name="email"
        label={t("email")}
        value={signIn.email}
        onChange={signIn.setEmail}
        isRequired
        error={isWrong ? t("emailMissing") : undefined}
      />
      <Button type="submit" variant="primary" isPending={isPending}>
        {label}
      </Button>
    </form>
  );
}
