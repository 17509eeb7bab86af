/** The registered account: its fields locked and masked, 초기화 in the place of 등록. */
import { useTranslations } from "use-intl";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/TextField";
import type { KeysAccount } from "./account";
import { IdentityDetails } from "./IdentityDetails";

export interface ConnectedAccountProps {
  readonly account: KeysAccount;
  readonly onReset: () => void;
}

// The browser has no secret to show, however long it was.
const dots = "••••••••••••••••";

export function ConnectedAccount({ account, onReset }: ConnectedAccountProps) {
  const t = useTranslations("accounts");
  return (
    <div className="flex flex-col gap-3">
      <IdentityDetails identity={account.identity} />
      <TextField isReadOnly isCode label={t("accessKeyId")} value={account.maskedKeyId} />
      <TextField isReadOnly isCode label={t("secretAccessKey")} value={dots} />
      <div className="flex items-center justify-between gap-4">
        <p className="text-xs text-ink-soft">{t("resetHint")}</p>
        <Button slot="close" onPress={onReset}>
          {t("reset")}
        </Button>
      </div>
    </div>
  );
}
