/** The transfers of the account in use: bound to its identity, whoever is connected afterwards. */
import { createApi, type Api } from "@/api/client";
import type { AccountStore, RegisteredAccount } from "@/features/accounts/accountStore";
import type { Transfers } from "@/transfer/transfers";

interface Bound {
  readonly owner: string;
  /** The owner's last token, kept after the account is gone: aborting still needs it. */
  token: string | null;
  readonly transfers: Transfers;
}

/** Whose transfers: those of an identity, or of the server's own account. */
export function ownerOf(account: RegisteredAccount | null): string {
  return account?.identity.arn ?? "server";
}

/** They outlive every component, for they go on while the account form is open. */
export class AccountTransfers {
  private bound: Bound | null = null;
  /** Those of accounts that were in use before and may come back. */
  private readonly aside = new Map<string, Bound>();

  constructor(private readonly accounts: AccountStore) {
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
    const { accounts } = this;
    const { account } = accounts.getSnapshot();
    const api = createApi({
      token: () => bound.token,
      onError: ({ code }, token) => {
        if (token !== null) accounts.refuse(code, token);
      },
    });
    const token = account?.token ?? null;
    const bound: Bound = { owner: ownerOf(account), token, transfers: create(api) };
    // What S3 refuses, the API has not seen.
    bound.transfers.onCredentialsExpired(() => {
      if (bound.token !== null) accounts.refuse("credentials_expired", bound.token);
    });
    return bound;
  }

  private readonly follow = (): void => {
    const { account, refusal } = this.accounts.getSnapshot();
    // A refused token may come back as a new one of the same identity.
    if (account === null && refusal !== null) return;
    const token = account?.token ?? null;
    if (this.bound?.owner !== ownerOf(account)) this.swap(ownerOf(account));
    else if (this.bound.token === token) return;
    if (this.bound === null) return;
    this.bound.token = token;
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
