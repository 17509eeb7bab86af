/** An account that a person works with: keys of their own, or the server's for which they have signed in. */
import type { components } from "@/api/schema.gen";
import { subjectOf } from "./signIn/idToken";

export type Identity = components["schemas"]["Identity"];
export type RegisteredAccount = components["schemas"]["RegisteredAccount"];

export interface KeysAccount extends RegisteredAccount {
  readonly kind: "keys";
}

/** Who has signed in, by Firebase's uid; the address is null where they have none. */
export interface Person {
  readonly uid: string;
  readonly email: string | null;
}

/** Firebase keeps the ID token; here is only whose it is. */
export interface SignedInAccount extends Person {
  readonly kind: "signed-in";
  /** Ms since 1970: signing in once more is news for the other tabs, too. */
  readonly signedInAt: number;
}

export type ConnectedAccount = KeysAccount | SignedInAccount;

/** The account of that stored text; null for anything else. */
export function parseAccount(text: string | null): ConnectedAccount | null {
  try {
    return asAccount(JSON.parse(text ?? "null") as Partial<ConnectedAccount> | null);
  } catch {
    return null;
  }
}

function asAccount(stored: Partial<ConnectedAccount> | null): ConnectedAccount | null {
  if (stored?.kind === "signed-in") {
    return typeof stored.uid === "string" ? (stored as SignedInAccount) : null;
  }
  // Before people could sign in, nothing said that it was keys.
  const keys = { ...(stored as Partial<KeysAccount> | null), kind: "keys" } as KeysAccount;
  return typeof keys.token === "string" && typeof keys.identity.arn === "string" ? keys : null;
}

/** Whether a call with that bearer was made for the account. */
export function isBearerOf(account: ConnectedAccount, bearer: string): boolean {
  return account.kind === "keys" ? account.token === bearer : account.uid === subjectOf(bearer);
}
