/** The addresses of the app: `/`, `/b/<bucket>?prefix=<prefix>&object=<key>`, `/b/<bucket>/cors` and `/b/<bucket>/unfinished?prefix=<prefix>`. */
export const bucketPattern = "/b/:bucket";
export const permissionsPattern = "/permissions";
export const statisticsPattern = "/statistics";
export const settingsPattern = "/settings";
export const corsPattern = "/b/:bucket/cors";
export const unfinishedPattern = "/b/:bucket/unfinished";
/** Every page about a bucket. */
export const anyBucketPattern = "/b/:bucket/*?";

export function bucketPath(bucket: string, prefix = ""): string {
  return `/b/${encodeURIComponent(bucket)}${query(prefix)}`;
}

/** A place with the panel of one object open. */
export function objectPath(bucket: string, prefix: string, key: string): string {
  const sign = prefix === "" ? "?" : "&";
  return `${bucketPath(bucket, prefix)}${sign}object=${encodeURIComponent(key)}`;
}

/** The CORS doctor of a bucket; `prefix` is where it leads back to. */
export function corsPath(bucket: string, prefix = ""): string {
  return `/b/${encodeURIComponent(bucket)}/cors${query(prefix)}`;
}

/** The unfinished uploads of a bucket, or of those below one prefix. */
export function unfinishedPath(bucket: string, prefix = ""): string {
  return `/b/${encodeURIComponent(bucket)}/unfinished${query(prefix)}`;
}

function query(prefix: string): string {
  return prefix === "" ? "" : `?prefix=${encodeURIComponent(prefix)}`;
}

/** The permissions, at the place at hand if there is one. */
export function permissionsPath(bucket = "", prefix = ""): string {
  if (bucket === "") return permissionsPattern;
  const path = `${permissionsPattern}?bucket=${encodeURIComponent(bucket)}`;
  return prefix === "" ? path : `${path}&prefix=${encodeURIComponent(prefix)}`;
}

/** A path as S3 lists it: it ends with "/", or is empty for the bucket's root. */
export function asPrefix(path: string): string {
  return path === "" || path.endsWith("/") ? path : `${path}/`;
}
