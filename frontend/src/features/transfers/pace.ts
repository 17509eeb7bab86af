/** How fast bytes arrive and how long the rest takes, as long as any arrive. */
import type { TransferView } from "@/transfer/transfers";

type Measured = Pick<TransferView, "bytesPerSecond" | "remainingSeconds">;

/** Null before there is a speed, and at a standstill. */
export function paceOf({ bytesPerSecond, remainingSeconds }: Measured) {
  if (bytesPerSecond === null || Math.round(bytesPerSecond) === 0) return null;
  return { bytesPerSecond, remainingSeconds };
}
