/** How an AWS identity is written: "1234-5678-9012 · user/lee". */
import type { Identity } from "./account";

export function groupedAccountId(accountId: string): string {
  return accountId.replace(/^(\d{4})(\d{4})(\d{4})$/, "$1-$2-$3");
}

/** "user/lee", "role/Admin/session", "root". */
export function principalName({ kind, name }: Identity): string {
  return kind === "root" ? kind : `${kind}/${name}`;
}
