/** The addresses of the app: `/` and `/b/<bucket>?prefix=<prefix>`. */
export const bucketPattern = "/b/:bucket";

export function bucketPath(bucket: string, prefix = ""): string {
  const path = `/b/${encodeURIComponent(bucket)}`;
  return prefix === "" ? path : `${path}?prefix=${encodeURIComponent(prefix)}`;
}
