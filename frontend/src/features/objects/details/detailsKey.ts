/** Where the details of objects are kept: below their bucket and key. */
export function detailsKey(bucket: string, ...key: readonly [] | readonly [string]) {
  return ["object-details", bucket, ...key];
}
