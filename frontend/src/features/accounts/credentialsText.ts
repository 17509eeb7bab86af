/** Finds AWS credentials in pasted text: shell exports, a credentials file, or JSON of the AWS CLI. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly region: string;
}

const names: Readonly<Record<string, keyof Credentials>> = {
  aws_access_key_id: "accessKeyId",
  aws_secret_access_key: "secretAccessKey",
  aws_session_token: "sessionToken",
  aws_security_token: "sessionToken",
  aws_default_region: "region",
  aws_region: "region",
  region: "region",
  accesskeyid: "accessKeyId",
  secretaccesskey: "secretAccessKey",
  sessiontoken: "sessionToken",
};

// `export A=b`, `set A=b`, `setx A b`, `$Env:A = "b"`, `A=b`, `a = b`, `"A": "b",`
const assignment =
  /^\s*(?:export\s+|setx?\s+|\$env:)?["']?(?<name>[a-z_]+)["']?\s*(?:[=:]|\s)\s*(?<value>\S+)\s*$/i;

const header = /^\s*\[.*\]\s*$/;

function unquote(value: string): string {
  return value.replace(/[;,]$/, "").replace(/^(["'])(.*)\1$/, "$2");
}

/** The first profile only: what follows a second `[header]` belongs to another account. */
function firstProfile(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((line) => header.test(line)) + 1;
  const length = lines.slice(start).findIndex((line) => header.test(line));
  return length === -1 ? lines : lines.slice(0, start + length);
}

/** The credentials that `text` assigns; null when it assigns no key, so that plain values paste as usual. */
export function parseCredentials(text: string): Partial<Credentials> | null {
  const lines = text.split(/[\r\n]+|(?<=[{,;])|&&|(?=})/);
  const found: Partial<Record<keyof Credentials, string>> = {};
  for (const line of firstProfile(lines)) {
    const { name, value } = assignment.exec(line)?.groups ?? {};
    const field = names[name?.toLowerCase() ?? ""];
    if (field !== undefined && value !== undefined) found[field] ??= unquote(value);
  }
  return found.accessKeyId === undefined && found.secretAccessKey === undefined ? null : found;
}
