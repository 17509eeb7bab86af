/** The lifecycle rule that ends unfinished uploads, in the words of S3's own tools. */

/** After which S3 ends an upload: long enough for any that somebody still means to finish. */
export const suggestedDays = 7;

const configuration = {
  Rules: [
    {
      ID: "abort-unfinished-uploads",
      Status: "Enabled",
      Filter: { Prefix: "" },
      AbortIncompleteMultipartUpload: { DaysAfterInitiation: suggestedDays },
    },
  ],
};

/** For the whole bucket, as put-bucket-lifecycle-configuration takes it. */
export const ruleJson = JSON.stringify(configuration, null, 2);

/** Gives the bucket this rule and no others: a lifecycle configuration is replaced as a whole. */
export function putCommand(bucket: string): string {
  const json = JSON.stringify(configuration);
  return `aws s3api put-bucket-lifecycle-configuration --bucket ${bucket} --lifecycle-configuration '${json}'`;
}

/** Shows the rules that the command above would replace. */
export function getCommand(bucket: string): string {
  return `aws s3api get-bucket-lifecycle-configuration --bucket ${bucket}`;
}
