/** The form that connects an AWS account; what was typed stays until it is registered. */
import { useTranslations } from "use-intl";
import { FailurePanel } from "@/locales/FailurePanel";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/TextField";
import { RegionSelect } from "./RegionSelect";
import { SecretField } from "./SecretField";
import { useAccountForm } from "./useAccountForm";

export function AccountForm() {
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
      <TextField {...field("accessKeyId")} isRequired hint={t("pasteHint")} />
      <SecretField {...field("secretAccessKey")} isRequired />
      <TextField {...field("sessionToken")} />
      <RegionSelect
        value={credentials.region}
        onChange={change("region")}
        error={describe("region")}
      />
      {state.general && <FailurePanel error={state.general} />}
      <div className="flex items-center justify-between gap-4">
        <p role="status" className="text-ink-soft text-xs">
          {state.pastedCount > 0 && t("pasted", { count: state.pastedCount })}
        </p>
        <Button type="submit" variant="primary" isPending={state.isPending}>
          {t("register")}
        </Button>
      </div>
      <p className="text-ink-soft text-xs">{t("privacy")}</p>
    </form>
  );
}
