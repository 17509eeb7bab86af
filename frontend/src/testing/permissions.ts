/** An identity for tests that reads everywhere and writes below inbox/, and answers about it. */
import type { components } from "@/api/schema.gen";

type Schemas = components["schemas"];
type Permission = Schemas["ActionPermission"];

const readers: Schemas["PolicyStatement"] = {
  number: 1,
  sid: "ReadAll",
  effect: "Allow",
  actions: ["s3:ListBucket", "s3:GetObject"],
  notActions: [],
  resources: ["*"],
  notResources: [],
  conditions: [],
  mentionsS3: true,
};

const office: Schemas["PolicyStatement"] = {
  number: 2,
  sid: null,
  effect: "Deny",
  actions: [],
  notActions: ["s3:Get*"],
  resources: [],
  notResources: ["arn:aws:s3:::demo-reports/inbox/*"],
  conditions: [
    { operator: "NotIpAddress", key: "aws:SourceIp", values: ["10.0.0.0/8", "192.0.2.0/24"] },
  ],
  mentionsS3: true,
};

const queues: Schemas["PolicyStatement"] = {
  ...readers,
  sid: "Queues",
  actions: ["sqs:SendMessage"],
  resources: ["arn:aws:sqs:*:123456789012:orders"],
  mentionsS3: false,
};

export const policyReport: Schemas["PolicyReport"] = {
  subject: {
    kind: "user",
    name: "lee",
    arn: "arn:aws:iam::123456789012:user/lee",
    accountId: "123456789012",
    sessionPolicyPossible: false,
  },
  policies: [
    {
      name: "Readers",
      arn: "arn:aws:iam::123456789012:policy/Readers",
      origin: "attached",
      group: null,
      versionId: "v3",
      mentionsS3: true,
      statements: [readers, office],
      document: { Version: "2012-10-17", Statement: [{ Sid: "ReadAll", Effect: "Allow" }] },
    },
    {
      name: "Orders",
      arn: null,
      origin: "group-inline",
      group: "shop",
      versionId: null,
      mentionsS3: false,
      statements: [queues],
      document: { Statement: { Sid: "Queues" } },
    },
  ],
  unreadable: [
    {
      source: "boundary",
      name: null,
      action: "iam:GetUser",
      code: "access_denied",
      detail: "The account may not do iam:GetUser.",
    },
  ],
  readAt: "2026-11-20T03:04:00Z",
};

/** "s3:ListBucket" and the like, as the page's rows have them. */
const asked = [
  "s3:ListBucket",
  "s3:GetObject",
  "s3:PutObject",
  "s3:DeleteObject",
  "s3:DeleteObjectVersion",
  "s3:AbortMultipartUpload",
  "s3:ListMultipartUploadParts",
  "s3:ListBucketMultipartUploads",
  "s3:GetObjectTagging",
  "s3:GetBucketCORS",
  "s3:PutBucketCORS",
];

function permission(action: string): Permission {
  return {
    action,
    resource: "arn:aws:s3:::demo-reports/*",
    verdict: "allowed",
    source: "policies",
    reasonCode: "allowed_by_statement",
    reason: `Allowed ${action}.`,
    statement: { policy: "Readers", origin: "attached", group: null, number: 1, sid: "ReadAll" },
    conditionKeys: [],
    missing: [],
    triable: false,
  };
}

/** Everything is allowed, but what `other` says about its actions. */
export function effective(
  bucket: string,
  prefix: string,
  other: Readonly<Record<string, Partial<Permission>>> = {},
): Schemas["EffectivePermissions"] {
  const actions = [...new Set([...asked, ...Object.keys(other)])];
  return {
    bucket,
    prefix,
    actions: actions.map((action) => ({ ...permission(action), ...other[action] })),
    listablePrefixes: [],
    encryptionKey: null,
    unreadable: [],
    evaluatedAt: "2026-11-20T03:04:00Z",
  };
}

export const denied: Partial<Permission> = {
  verdict: "denied",
  reasonCode: "not_allowed",
  statement: null,
};

export const unknown: Partial<Permission> = {
  verdict: "unknown",
  source: "none",
  reasonCode: "policies_unreadable",
  statement: null,
  missing: ["iam:ListAttachedUserPolicies"],
};
