import { expect } from "@playwright/test";

const origin = process.env["AUTH_EMULATOR"] ?? "";
const inbox = "/emulator/v1/projects/demo-s3loader/oobCodes";
const accounts = "/identitytoolkit.googleapis.com/v1/projects/demo-s3loader/accounts";

interface Mail {
  readonly email: string;
  readonly requestType: string;
  readonly oobLink: string;
}

/** The link in the newest sign-in mail to that address, as soon as there are `mails` of them. */
export async function mailedLink(email: string, mails = 1): Promise<string> {
  const mailed = async () => (await mail()).filter((each) => each.email === email);
  await expect.poll(async () => (await mailed()).length).toBeGreaterThanOrEqual(mails);
  return (await mailed()).at(-1)?.oobLink ?? "";
}

/** Nobody knows this project yet, and no mail was sent. */
export async function forgetEverybody(): Promise<void> {
  await call("DELETE", "/emulator/v1/projects/demo-s3loader/accounts");
}

export async function disable(email: string): Promise<void> {
  await update(email, { disableUser: true });
}

/** What was signed in up to now is not any more; the clock of tokens has whole seconds. */
export async function revoke(email: string): Promise<void> {
  await update(email, { validSince: String(Math.floor(Date.now() / 1000) + 1) });
}

export async function setClaims(email: string, claims: Record<string, unknown>): Promise<void> {
  await update(email, { customAttributes: JSON.stringify(claims) });
}

async function mail(): Promise<Mail[]> {
  const { oobCodes } = (await call("GET", inbox)) as { oobCodes: Mail[] };
  return oobCodes.filter(({ requestType }) => requestType === "EMAIL_SIGNIN");
}

async function update(email: string, change: Record<string, unknown>): Promise<void> {
  const found = (await call("POST", `${accounts}:lookup`, { email: [email] })) as {
    users?: { localId: string }[];
  };
  const localId = found.users?.[0]?.localId;
  if (!localId) throw new Error(`Nobody has signed in as ${email}.`);
  await call("POST", `${accounts}:update`, { localId, ...change });
}

async function call(method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(origin + path, {
    method,
    headers: { authorization: "Bearer owner", "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
