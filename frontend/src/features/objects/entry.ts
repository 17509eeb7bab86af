/** What one row of the list shows: a prefix to walk into, or an object. */
export interface PrefixEntry {
  readonly kind: "prefix";
  readonly key: string;
  readonly name: string;
}

export interface ObjectEntry {
  readonly kind: "object";
  readonly key: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** In milliseconds since 1970. */
  readonly modified: number;
  readonly storageClass: string;
}

export type Entry = PrefixEntry | ObjectEntry;
