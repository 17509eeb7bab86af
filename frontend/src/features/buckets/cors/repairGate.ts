/** Whether the connected identity may change a bucket's CORS rules, and why not. */
export interface RepairGate {
  /** Null when it may. */
  readonly reason: string | null;
  readonly standing: "allowed" | "checking" | "denied" | "unknown";
}
