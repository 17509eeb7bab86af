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
    return bound;
  }

  private readonly follow = (): void => {
    const { bound } = this;
    const { account, refusal } = this.accounts.getSnapshot();
    // A refused token may come back as a new one of the same identity.
    if (bound === null || (account === null && refusal !== null)) return;
    if (ownerOf(account) === bound.owner) bound.token = account?.token ?? null;
    else {
      this.bound = null;
      bound.transfers.cancelAll();
    }
  };
}
