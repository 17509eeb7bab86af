/** How far a finished file was compared with what S3 has. */
import type { TransferView } from "@/transfer/transfers";

/** Done, and there was nothing to compare with but the size. */
export function isUnverified({ status, verified }: TransferView): boolean {
  return status === "done" && verified === null;
}
