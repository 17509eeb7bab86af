/** Who has signed in for the server's account, in the header's panel; 로그아웃 in the place of 초기화. */
import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import type { components } from "@/api/schema.gen";
import { FailurePanel } from "@/locales/FailurePanel";
import { Button } from "@/ui/Button";
import type { SignedInAccount } from "../account";
import { IdentityDetails } from "../IdentityDetails";

export interface SignedInProps {
  readonly account: SignedInAccount;
  /** The AWS account that the server lends. */
  readonly server: UseQueryResult<components["schemas"]["Account"]>;
  readonly onSignOut: () => void;
  readonly onUseOwn: () => void;
}

export function SignedIn({ account, server, onSignOut, onUseOwn }: SignedInProps) {
  const t = useTranslations("accounts");
  return (
    <div className="flex flex-col gap-3">
      <div>
        <p className="font-medium wrap-anywhere">{account.email ?? account.uid}</p>
        <p className="text-xs text-ink-soft">{t("serverAccount")}</p>
      </div>
      {server.data && <IdentityDetails identity={server.data.identity} />}
      {server.error && <FailurePanel error={server.error} />}
      <p className="text-xs text-ink-soft">{t("signedInHint")}</p>
      <div className="flex justify-end gap-2">
        <Button slot="close" onPress={onUseOwn}>
          {t("useOwn")}
        </Button>
        <Button slot="close" onPress={onSignOut}>
          {t("signOut")}
        </Button>
      </div>
    </div>
  );
}
