/** What is downloaded, and where it goes. */

/** A checksum of the whole object; `value` is base64. */
export interface Checksum {
  readonly algorithm: string;
  readonly value: string;
}

/** The object as it was when it was planned: what arrives is compared with this. */
export interface RemoteObject {
  /** Bytes. */
  readonly size: number;
  /** Without quotes. */
  readonly etag: string;
  readonly checksum: Checksum | null;
  /** Bytes of each part of which the ETag is the MD5 of MD5s; `size` for a plain MD5; null: no MD5. */
  readonly md5PartSize: number | null;
}

/** A path in the local folder, step by step; the last one is the file's name. */
export type LocalPath = readonly string[];
