/** A choice of the person that this browser remembers, such as the language. */
import { useSyncExternalStore } from "react";

export interface StoredChoice<Value extends string> {
  readonly subscribe: (listener: () => void) => () => void;
  readonly get: () => Value;
  readonly set: (value: Value) => void;
}

export function storedChoice<Value extends string>(
  storage: Storage,
  key: string,
  values: readonly Value[],
  initial: Value,
): StoredChoice<Value> {
  const listeners = new Set<() => void>();
  let value = values.find((known) => known === storage.getItem(key)) ?? initial;
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: () => value,
    set(chosen) {
      value = chosen;
      storage.setItem(key, chosen);
      for (const listener of listeners) listener();
    },
  };
}

export function useStoredChoice<Value extends string>(choice: StoredChoice<Value>): Value {
  return useSyncExternalStore(choice.subscribe, choice.get);
}
