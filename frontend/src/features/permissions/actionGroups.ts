/** The actions of the matrix, in the groups that people think in. */
import { permissionOf, type EffectivePermissions } from "./useEffective";

export const actionGroups = [
  { name: "view", actions: ["s3:ListBucket", "s3:GetObjectTagging"] },
  { name: "download", actions: ["s3:GetObject"] },
  {
    name: "upload",
    actions: [
      "s3:PutObject",
      "s3:AbortMultipartUpload",
      "s3:ListMultipartUploadParts",
      "s3:ListBucketMultipartUploads",
    ],
  },
  { name: "delete", actions: ["s3:DeleteObject", "s3:DeleteObjectVersion"] },
  { name: "settings", actions: ["s3:GetBucketCORS", "s3:PutBucketCORS"] },
  { name: "encryption", actions: ["kms:GenerateDataKey", "kms:Decrypt"] },
] as const;

export type ActionGroup = (typeof actionGroups)[number];
export type ShownAction = ActionGroup["actions"][number];

/** Encryption is a question only where a bucket has a key. */
export function groupsIn(answers: readonly EffectivePermissions[]): readonly ActionGroup[] {
  const hasKey = answers.some((answer) => permissionOf(answer, "kms:Decrypt") !== undefined);
  return actionGroups.filter(({ name }) => name !== "encryption" || hasKey);
}
