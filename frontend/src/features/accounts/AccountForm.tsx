/** The form that connects an AWS account; what was typed stays until it is registered. */
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { FailurePanel } from "@/locales/FailurePanel";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/TextField";
import { RegionSelect } from "./RegionSelect";
import { SecretField } from "./SecretField";
import { useAccountForm } from "./useAccountForm";

export interface AccountFormProps {
  /** Stands beside 등록. */
  readonly otherAction?: ReactNode;
}

export function AccountForm({ otherAction }: AccountFormProps) {
  const t = useTranslations("accounts");
  const { form, credentials, change, describe, ...state } = useAccountForm();
  const field = (name: "accessKeyId" | "secretAccessKey" | "sessionToken") => ({
    name,
    label: t(name),
    value: credentials[name],
    onChange: change(name),
    error: describe(name),
    isCode: true,
  });
  return (
    <form
      ref={form}
      noValidate
      autoComplete="off"
      onSubmit={state.submit}
      onPasteCapture={state.paste}
      className="flex flex-col gap-4"
    >
      <p className="text-xs text-ink-soft">{t("pasteHint")}</p>
      <TextField {...field("accessKeyId")} isRequired />
      <SecretField {...field("secretAccessKey")} isRequired />
      <TextField {...field("sessionToken")} />
      <RegionSelect
        value={credentials.region}
        onChange={change("region")}
        error={describe("region")}
      />
      {state.general && <FailurePanel error={state.general} />}
      <div className="flex items-center justify-between gap-4">
        <p role="status" className="text-xs text-ink-soft">
          {state.isPending && t("registering")}
          {!state.isPending && state.pastedCount > 0 && t("pasted", { count: state.pastedCount })}
        </p>
        <div className="flex gap-2">
          {otherAction}
          <Button type="submit" variant="primary" isPending={state.isPending}>
            {t("register")}
          </Button>
        </div>
      </div>
      <p className="text-xs text-ink-soft">{t("privacy")}</p>
    </form>
  );
}
