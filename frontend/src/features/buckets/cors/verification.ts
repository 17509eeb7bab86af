/** Looks whether a repair has taken effect: S3 takes a moment. */
import type { CorsDiagnosis, Examination } from "@/transfer/adapters/examination";

const LOOKS = 10;
const PAUSE_MS = 1_000;

/** Examines until requests get through, or often enough; the last look counts. */
export async function verified(
  rules: CorsDiagnosis,
  look: (rules: CorsDiagnosis) => Promise<Examination>,
  pause: (ms: number) => Promise<void>,
): Promise<Examination> {
  let seen = await look(rules);
  for (let looks = 1; seen.reach === "blocked" && looks < LOOKS; looks += 1) {
    await pause(PAUSE_MS);
    seen = await look(rules);
  }
  return seen;
}
