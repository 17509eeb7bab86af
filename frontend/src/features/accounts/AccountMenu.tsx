/** Whose account is in use, in the header; opens its details. */
import { ChevronDown, CircleUser } from "lucide-react";
import { DialogTrigger } from "react-aria-components/Dialog";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/Button";
import { PopoverPanel } from "@/ui/PopoverPanel";
import { useAccount } from "./AccountContext";
import { groupedAccountId, principalName } from "./accountName";
import { ConnectedAccount } from "./ConnectedAccount";
import { ServerAccount } from "./ServerAccount";
import { useServerAccount } from "./useServerAccount";

export interface AccountMenuProps {
  readonly onReset: () => void;
  /** Opens the form while the server's own account is in use. */
  readonly onUseOwn: () => void;
}

export function AccountMenu({ onReset, onUseOwn }: AccountMenuProps) {
  const t = useTranslations("accounts");
  const { account } = useAccount();
  const server = useServerAccount({ isUsed: account === null });
  const identity = account?.identity ?? server.data?.identity;
  return (
    <DialogTrigger>
      <Button variant="quiet" icon={<CircleUser size={16} aria-hidden />}>
        <span className="max-w-72 min-w-0 truncate">
          {identity && (
            <span className="hidden sm:inline">{groupedAccountId(identity.accountId)} · </span>
          )}
          {identity ? principalName(identity) : t("serverAccount")}
        </span>
        <ChevronDown size={16} aria-hidden className="text-ink-soft" />
      </Button>
      <PopoverPanel label={t("menu")}>
        {account === null ? (
          <ServerAccount account={server} onUseOwn={onUseOwn} />
        ) : (
          <ConnectedAccount account={account} onReset={onReset} />
        )}
      </PopoverPanel>
    </DialogTrigger>
  );
}
