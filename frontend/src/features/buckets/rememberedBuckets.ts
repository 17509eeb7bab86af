/** Names of buckets that a person opened by hand, kept in this browser per account. */

/** The last one opened comes first; older ones beyond this many are forgotten. */
const most = 20;

function storageKey(account: string): string {
  return `s3loader.buckets.${account}`;
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === "string");
}

export function readRemembered(storage: Storage, account: string): readonly string[] {
  try {
    const stored: unknown = JSON.parse(storage.getItem(storageKey(account)) ?? "[]");
    return isNames(stored) ? stored : [];
  } catch {
    return [];
  }
}

export function remember(storage: Storage, account: string, name: string): readonly string[] {
  const others = readRemembered(storage, account).filter((other) => other !== name);
  return write(storage, account, [name, ...others].slice(0, most));
}

export function forget(storage: Storage, account: string, name: string): readonly string[] {
  const names = readRemembered(storage, account).filter((other) => other !== name);
  return write(storage, account, names);
}

function write(storage: Storage, account: string, names: readonly string[]): readonly string[] {
  storage.setItem(storageKey(account), JSON.stringify(names));
  return names;
}
