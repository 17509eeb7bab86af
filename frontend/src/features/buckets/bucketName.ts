/** Which bucket names can be opened, checked before anyone is asked; the API has the same rule. */

// Wider than what may be created: buckets of before 2018 and access points' aliases are buckets too.
const rule =
  /^(?!.*\.\.)(?!\d+\.\d+\.\d+\.\d+$)(?!.*(?:\.mrap|--x-s3|--table-s3)$)[A-Za-z0-9._-]{3,255}$/;

/** What is wrong with the name, or null. */
export function bucketNameFault(name: string): "bucket_name_is_arn" | "bucket_name_invalid" | null {
  if (name.startsWith("arn:")) return "bucket_name_is_arn";
  return rule.test(name) ? null : "bucket_name_invalid";
}
