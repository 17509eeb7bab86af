/** Whose account is in use, in the header; opens its details. */
import { ChevronDown, CircleUser } from "lucide-react";
import { DialogTrigger } from "react-aria-components/Dialog";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/Button";
import { PopoverPanel } from "@/ui/PopoverPanel";
import { useAccount } from "./AccountContext";
import { AccountLabel } from "./AccountLabel";
import { ConnectedAccount } from "./ConnectedAccount";
import { ServerAccount } from "./ServerAccount";
import { SignedIn } from "./signIn/SignedIn";
import { useServerAccount } from "./useServerAccount";

export interface AccountMenuProps {
  /** Forgets the keys, or signs out. */
  readonly onReset: () => void;
  /** Opens the form while the server's own account is in use. */
  readonly onUseOwn: () => void;
}

export function AccountMenu({ onReset, onUseOwn }: AccountMenuProps) {
  const t = useTranslations("accounts");
  const { account } = useAccount();
  const server = useServerAccount({ isUsed: account?.kind !== "keys" });
  return (
    <DialogTrigger>
      <Button variant="quiet" icon={<CircleUser size={16} aria-hidden />}>
        <span className="max-w-72 min-w-0 truncate">
          <AccountLabel account={account} server={server.data?.identity} />
        </span>
        <ChevronDown size={16} aria-hidden className="text-ink-soft" />
      </Button>
      <PopoverPanel label={t("menu")}>
        {account === null && <ServerAccount account={server} onUseOwn={onUseOwn} />}
        {account?.kind === "keys" && <ConnectedAccount account={account} onReset={onReset} />}
        {account?.kind === "signed-in" && (
          <SignedIn account={account} server={server} onSignOut={onReset} onUseOwn={onUseOwn} />
        )}
      </PopoverPanel>
    </DialogTrigger>
  );
}
