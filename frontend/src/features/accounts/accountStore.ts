/** The connected account: kept in localStorage as a sealed token, shared by all tabs, never a secret key. */
import type { ApiErrorCode } from "@/api/ApiError";
import type { components } from "@/api/schema.gen";

export type Identity = components["schemas"]["Identity"];
export type RegisteredAccount = components["schemas"]["RegisteredAccount"];

export interface AccountState {
  readonly account: RegisteredAccount | null;
  /** Why the form is open again; null while the account works or before there was one. */
  readonly refusal: ApiErrorCode | null;
}

export interface AccountStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => AccountState;
  readonly register: (account: RegisteredAccount) => void;
  readonly reset: () => void;
  /** Says that a call made with `token` failed; some failures mean that the account works no more. */
  readonly refuse: (code: ApiErrorCode, token: string) => void;
}

const storageKey = "s3loader.account";

/** The server cannot open the token: nothing of it is worth keeping. */
const unusable: ReadonlySet<ApiErrorCode> = new Set(["not_registered", "token_invalid"]);

/** AWS no longer takes the keys: the person registers new ones and goes on where they were. */
const outdated: ReadonlySet<ApiErrorCode> = new Set([
  "access_key_unknown",
  "credentials_expired",
  "secret_key_wrong",
  "session_token_invalid",
]);

function read(storage: Storage): RegisteredAccount | null {
  try {
    const stored = JSON.parse(storage.getItem(storageKey) ?? "null") as RegisteredAccount | null;
    return typeof stored?.token === "string" && typeof stored.identity.arn === "string"
      ? stored
      : null;
  } catch {
    return null;
  }
}

export function createAccountStore(storage: Storage, tabs: EventTarget = window): AccountStore {
  const listeners = new Set<() => void>();
  let state: AccountState = { account: read(storage), refusal: null };

  const change = (next: AccountState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const forget = (refusal: ApiErrorCode | null) => {
    storage.removeItem(storageKey);
    change({ account: null, refusal });
  };

  // Another tab has registered or reset; `key` is null when everything was cleared.
  tabs.addEventListener("storage", (event) => {
    const { key } = event as StorageEvent;
    if (key === storageKey || key === null) change({ account: read(storage), refusal: null });
  });

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => state,
    register({ token, identity, maskedKeyId }) {
      const account = { token, identity, maskedKeyId };
      storage.setItem(storageKey, JSON.stringify(account));
      change({ account, refusal: null });
    },
    reset() {
      forget(null);
    },
    refuse(code, token) {
      // A late answer to a call of an earlier account says nothing about this one.
      if (state.account?.token !== token || state.refusal !== null) return;
      if (unusable.has(code)) forget(code);
      else if (outdated.has(code)) change({ ...state, refusal: code });
    },
  };
}
