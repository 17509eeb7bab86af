/** Buckets whose requests and transfer a person has agreed to pay for, kept in this browser per account. */
import { useSyncExternalStore } from "react";

export interface RequesterPays {
  readonly buckets: readonly string[];
  readonly agree: (bucket: string) => void;
  readonly withdraw: (bucket: string) => void;
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** `owner` tells accounts apart: what one has agreed to, another has not. */
export function useRequesterPays(owner: string): RequesterPays {
  const key = `s3loader.requester-pays.${owner}`;
  const stored = useSyncExternalStore(subscribe, () => localStorage.getItem(key) ?? "");
  const buckets = stored.split(" ").filter(Boolean); // no bucket's name has a space
  const write = (next: readonly string[]) => {
    localStorage.setItem(key, next.join(" "));
    for (const listener of listeners) listener();
  };
  const others = (bucket: string) => buckets.filter((name) => name !== bucket);
  return {
    buckets,
    agree: (bucket) => {
      write([...others(bucket), bucket]);
    },
    withdraw: (bucket) => {
      write(others(bucket));
    },
  };
}
