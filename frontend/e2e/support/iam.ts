import { demo } from "./stack";
import { test } from "./test";

const VERSION = "2010-05-08";

/** The embedded AWS knows its administrator by the name alone and asks for no signature. */
const administrator =
  "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=none";

async function iam(action: string, parameters: Readonly<Record<string, string>>): Promise<string> {
  const response = await fetch(demo().awsEndpoint, {
    method: "POST",
    headers: { authorization: administrator },
    body: new URLSearchParams({ Action: action, Version: VERSION, ...parameters }),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`${action}: ${answer}`);
  return answer;
}

export type PolicyDocument = Readonly<Record<string, unknown>>;

/** A user with managed policies, half of them through a group; returns its keys. */
export async function createUser(name: string, documents: readonly PolicyDocument[]) {
  const { retry } = test.info();
  const UserName = retry ? `${name}-${retry}` : name;
  const GroupName = `${UserName}-group`;
  await iam("CreateUser", { UserName });
  await iam("CreateGroup", { GroupName });
  await iam("AddUserToGroup", { GroupName, UserName });
  for (const [at, document] of documents.entries()) {
    const PolicyArn = await createPolicy(`${UserName}-${at}`, document);
    if (at % 2 === 0) await iam("AttachUserPolicy", { UserName, PolicyArn });
    else await iam("AttachGroupPolicy", { GroupName, PolicyArn });
  }
  const answer = await iam("CreateAccessKey", { UserName });
  return {
    accessKeyId: element(answer, "AccessKeyId"),
    secretAccessKey: element(answer, "SecretAccessKey"),
  };
}

async function createPolicy(PolicyName: string, document: PolicyDocument): Promise<string> {
  const PolicyDocument = JSON.stringify(document);
  return element(await iam("CreatePolicy", { PolicyName, PolicyDocument }), "Arn");
}

function element(answer: string, name: string): string {
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(answer)?.[1];
  if (found === undefined) throw new Error(`no ${name} in ${answer}`);
  return found;
}
