/** How far a downloaded file was compared with what S3 has. */
import type { TransferView } from "@/transfer/transfers";

/** Done, and S3 gave nothing to compare with but the size. */
export function isUnverified({ status, direction, verified }: TransferView): boolean {
  return status === "done" && direction === "download" && verified === null;
}
