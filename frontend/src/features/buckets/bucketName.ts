/** The rules for bucket names, checked before anyone is asked. */

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
const rule = /^(?!.*\.\.)(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** What is wrong with the name, or null. */
export function bucketNameFault(name: string): "bucket_name_is_arn" | "bucket_name_invalid" | null {
  if (name.startsWith("arn:")) return "bucket_name_is_arn";
  return rule.test(name) ? null : "bucket_name_invalid";
}
