/** Whether a person has agreed to analytics: remembered in this browser and shared by its tabs. */

export type Consent = "agreed" | "declined" | "unasked";

export interface ConsentStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly get: () => Consent;
  readonly set: (consent: "agreed" | "declined") => void;
}

const storageKey = "s3loader.analytics";

/** Of `navigator`; Global Privacy Control is no part of TypeScript's DOM yet. */
export interface PrivacySignals {
  readonly doNotTrack?: string | null;
  readonly globalPrivacyControl?: boolean;
}

export function createConsentStore(
  storage: Storage,
  signals: PrivacySignals,
  tabs: EventTarget = window,
): ConsentStore {
  const listeners = new Set<() => void>();
  // Who has told the browser that they want none is not asked again here.
  const objects = signals.globalPrivacyControl === true || signals.doNotTrack === "1";
  const initial = objects ? "declined" : "unasked";
  const read = (): Consent => {
    const stored = storage.getItem(storageKey);
    return stored === "agreed" || stored === "declined" ? stored : initial;
  };
  let consent = read();
  const change = (next: Consent) => {
    if (next === consent) return;
    consent = next;
    for (const listener of listeners) listener();
  };
  // Another tab; `key` is null when everything was cleared.
  tabs.addEventListener("storage", (event) => {
    const { key } = event as StorageEvent;
    if (key === storageKey || key === null) change(read());
  });
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: () => consent,
    set(next) {
      remember(storage, next);
      change(next);
    },
  };
}

/** A browser without room for it asks again with the next page. */
function remember(storage: Storage, consent: Consent): void {
  try {
    storage.setItem(storageKey, consent);
  } catch {
    storage.removeItem(storageKey);
  }
}
