/** Refusals of the account that new keys, or signing in again, mend. */
import type { Failure } from "./failure";

const CODES: ReadonlySet<string> = new Set([
  "access_key_unknown",
  "credentials_expired",
  "session_token_invalid",
  "sign_in_invalid",
]);

/** Whatever was asked for can go on as it is with those. */
export function needsNewKeys({ code }: Pick<Failure, "code">): boolean {
  return CODES.has(code);
}
