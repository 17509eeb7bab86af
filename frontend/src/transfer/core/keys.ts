/** Refusals of the account's keys that new keys mend. */
import type { Failure } from "./failure";

const CODES: ReadonlySet<string> = new Set([
  "access_key_unknown",
  "credentials_expired",
  "session_token_invalid",
]);

/** Whatever was asked for can go on as it is with new keys. */
export function needsNewKeys({ code }: Pick<Failure, "code">): boolean {
  return CODES.has(code);
}
