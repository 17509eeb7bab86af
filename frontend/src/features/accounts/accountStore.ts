/** The connected account: kept in localStorage without a secret key or ID token, shared by all tabs. */
import type { ApiErrorCode } from "@/api/ApiError";
import {
  isBearerOf,
  parseAccount,
  type ConnectedAccount,
  type Person,
  type RegisteredAccount,
} from "./account";

export interface AccountState {
  readonly account: ConnectedAccount | null;
  /** Why the form is open again; null while the account works or before there was one. */
  readonly refusal: ApiErrorCode | null;
}

export interface AccountStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => AccountState;
  readonly register: (account: RegisteredAccount) => void;
  readonly signIn: (person: Person) => void;
  readonly reset: () => void;
  /** Says that a call made with `bearer` failed; some failures mean that the account works no more. */
  readonly refuse: (code: ApiErrorCode, bearer: string) => void;
  /** Says that Firebase gives this person no more ID tokens. */
  readonly loseSignIn: (uid: string) => void;
}

const storageKey = "s3loader.account";

/** The server cannot open the token: nothing of it is worth keeping. */
const unusable: ReadonlySet<ApiErrorCode> = new Set(["not_registered", "token_invalid"]);

/** No longer taken: the person registers new keys or signs in again, and goes on where they were. */
const outdated: ReadonlySet<ApiErrorCode> = new Set([
  "access_key_unknown",
  "credentials_expired",
  "secret_key_wrong",
  "session_token_invalid",
  "sign_in_invalid",
  "sign_in_not_allowed",
]);

/** `now`: ms since 1970. */
export function createAccountStore(
  storage: Storage,
  tabs: EventTarget = window,
  now: () => number = Date.now,
): AccountStore {
  const read = () => parseAccount(storage.getItem(storageKey));
  const listeners = new Set<() => void>();
  let state: AccountState = { account: read(), refusal: null };

  const change = (next: AccountState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const keep = (account: ConnectedAccount) => {
    storage.setItem(storageKey, JSON.stringify(account));
    change({ account, refusal: null });
  };
  const forget = (refusal: ApiErrorCode | null) => {
    storage.removeItem(storageKey);
    change({ account: null, refusal });
  };

  // Another tab has registered, signed in or reset; `key` is null when everything was cleared.
  tabs.addEventListener("storage", (event) => {
    const { key } = event as StorageEvent;
    if (key === storageKey || key === null) change({ account: read(), refusal: null });
  });

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => state,
    register({ token, identity, maskedKeyId }) {
      keep({ kind: "keys", token, identity, maskedKeyId });
    },
    signIn({ uid, email }) {
      keep({ kind: "signed-in", uid, email, signedInAt: now() });
    },
    reset() {
      forget(null);
    },
    refuse(code, bearer) {
      const { account, refusal } = state;
      // A late answer to a call of an earlier account says nothing about this one.
      if (account === null || !isBearerOf(account, bearer) || refusal !== null) return;
      if (unusable.has(code)) forget(code);
      else if (outdated.has(code)) change({ account, refusal: code });
    },
    loseSignIn(uid) {
      const { account, refusal } = state;
      if (account?.kind !== "signed-in" || account.uid !== uid || refusal !== null) return;
      change({ account, refusal: "sign_in_invalid" });
    },
  };
}
