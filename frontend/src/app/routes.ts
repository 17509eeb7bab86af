/** The addresses of the app: `/` and `/b/<bucket>?prefix=<prefix>`. */
export const bucketPattern = "/b/:bucket";

export function bucketPath(bucket: string, prefix = ""): string {
  const path = `/b/${encodeURIComponent(bucket)}`;
  return prefix === "" ? path : `${path}?prefix=${encodeURIComponent(prefix)}`;
}

/** A path as S3 lists it: it ends with "/", or is empty for the bucket's root. */
export function asPrefix(path: string): string {
  return path === "" || path.endsWith("/") ? path : `${path}/`;
}
