/** The transfers of the account in use: bound to its identity, whoever is connected afterwards. */
import { createApi, type Api } from "@/api/client";
import type { AccountStore } from "@/features/accounts/accountStore";
import type { ConnectedAccount } from "@/features/accounts/account";
import type { SignInSession } from "@/features/accounts/signIn/SignInSession";
import type { Transfers } from "@/transfer/transfers";

interface Bound {
  readonly owner: string;
  /** As the owner was last connected, kept after the account is gone: aborting still needs it. */
  account: ConnectedAccount | null;
  readonly transfers: Transfers;
}

/** Whose transfers: those of an identity, of who has signed in, or of the server's own account. */
export function ownerOf(account: ConnectedAccount | null): string {
  if (account === null) return "server";
  return account.kind === "keys" ? account.identity.arn : `firebase:${account.uid}`;
}

/** They outlive every component, for they go on while the account form is open. */
export class AccountTransfers {
  private bound: Bound | null = null;
  /** Those of accounts that were in use before and may come back. */
  private readonly aside = new Map<string, Bound>();

  constructor(
    private readonly accounts: AccountStore,
    private readonly signIn: SignInSession,
  ) {
    accounts.subscribe(this.follow);
  }

  /** The transfers of the account in use, created at their first use. */
  current(create: (api: Api) => Transfers): Transfers {
    this.bound ??= this.bind(create);
    return this.bound.transfers;
  }

  /** The same, if there are any: also while their account's form is open. */
  existing(): Transfers | null {
    return this.bound?.transfers ?? null;
  }

  /** Cancels them for good, with nothing left at S3: a person lets the account go. */
  abandon(): void {
    this.bound?.transfers.cancelAll();
    this.bound = null;
  }

  private bind(create: (api: Api) => Transfers): Bound {
    const { accounts, signIn } = this;
    const { account } = accounts.getSnapshot();
    const api = createApi({
      token: () => signIn.bearerOf(bound.account),
      renew: signIn.renew,
      onError: ({ code }, token) => {
        if (token !== null) accounts.refuse(code, token);
      },
    });
    const bound: Bound = { owner: ownerOf(account), account, transfers: create(api) };
    // What S3 refuses, the API has not seen. The server's own keys are not the person's to renew.
    bound.transfers.onCredentialsExpired(() => {
      if (bound.account?.kind === "keys") {
        accounts.refuse("credentials_expired", bound.account.token);
      }
    });
    return bound;
  }

  private readonly follow = (): void => {
    const { account, refusal } = this.accounts.getSnapshot();
    // A refused account may come back with new keys or another sign-in.
    if (account === null && refusal !== null) return;
    if (this.bound?.owner !== ownerOf(account)) this.swap(ownerOf(account));
    else if (this.bound.account === account) return;
    if (this.bound === null) return;
    this.bound.account = account;
    this.bound.transfers.credentialsRenewed();
  };

  private swap(owner: string): void {
    if (this.bound !== null) {
      this.aside.set(this.bound.owner, this.bound);
      this.bound.transfers.setAside();
    }
    this.bound = this.aside.get(owner) ?? null;
    this.aside.delete(owner);
  }
}
