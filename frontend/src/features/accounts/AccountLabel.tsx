/** The account in use in one line: "1234-5678-9012 · user/lee", or who has signed in. */
import { useTranslations } from "use-intl";
import { groupedAccountId, principalName } from "./accountName";
import type { ConnectedAccount, Identity } from "./account";

export interface AccountLabelProps {
  readonly account: ConnectedAccount | null;
  /** Whose account the server lends; undefined until it is known. */
  readonly server: Identity | undefined;
}

export function AccountLabel({ account, server }: AccountLabelProps) {
  const t = useTranslations("accounts");
  if (account?.kind === "signed-in") return account.email ?? account.uid;
  const identity = account?.identity ?? server;
  if (identity === undefined) return t("serverAccount");
  return (
    <>
      <span className="hidden sm:inline">{groupedAccountId(identity.accountId)} · </span>
      {principalName(identity)}
    </>
  );
}
