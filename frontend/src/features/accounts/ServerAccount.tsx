/** The server's own AWS account, in use because nobody has registered another. */
import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import type { components } from "@/api/schema.gen";
import { FailurePanel } from "@/locales/FailurePanel";
import { Button } from "@/ui/Button";
import { IdentityDetails } from "./IdentityDetails";

export interface ServerAccountProps {
  readonly account: UseQueryResult<components["schemas"]["Account"]>;
  readonly onUseOwn: () => void;
}

export function ServerAccount({ account, onUseOwn }: ServerAccountProps) {
  const t = useTranslations("accounts");
  return (
    <div className="flex flex-col gap-3">
      {account.data && <IdentityDetails identity={account.data.identity} />}
      {account.error && <FailurePanel error={account.error} />}
      <p className="text-xs text-ink-soft">{t("serverAccountBody")}</p>
      <div className="flex justify-end">
        <Button slot="close" variant="primary" onPress={onUseOwn}>
          {t("useOwn")}
        </Button>
      </div>
    </div>
  );
}
