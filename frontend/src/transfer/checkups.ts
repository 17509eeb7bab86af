/** Finds out why a bucket gives no answer: asks the doctor once at a time, and keeps its word a while. */
import { type Failure, failure } from "./core/failure";
import type { Diagnosis, World } from "./ports";

/** Ms: long enough that many files need one diagnosis, short enough that a repair shows. */
const KEPT_MS = 10_000;

interface Checkup {
  /** Null while the doctor looks. */
  readonly diagnosis: Diagnosis | null;
  /** Ms; when it began, and then when it ended. */
  readonly at: number;
}

export class Checkups {
  private readonly reached = new Set<string>();
  private readonly last = new Map<string, Checkup>();

  constructor(
    private readonly world: Pick<World, "doctor" | "clock">,
    private readonly onBlocked: (bucket: string, reason: Failure) => void,
  ) {}

  /** The bucket gave an answer that a page may see: from now on silence is the line's. */
  answered(bucket: string): void {
    this.reached.add(bucket);
  }

  hasAnswered(bucket: string): boolean {
    return this.reached.has(bucket);
  }

  /** What was learnt of these buckets may no longer be so. */
  forget(buckets: readonly string[]): void {
    for (const bucket of buckets) {
      this.reached.delete(bucket);
      this.last.delete(bucket);
    }
  }

  /** Has the bucket looked at, unless that is under way; says at once what was found just now. */
  ask(bucket: string): void {
    const last = this.last.get(bucket);
    const isOld = last?.diagnosis != null && this.world.clock.now() - last.at >= KEPT_MS;
    if (last === undefined || isOld) void this.examine(bucket);
    else if (last.diagnosis !== null) void this.repeat(bucket, last.diagnosis);
  }

  private async examine(bucket: string): Promise<void> {
    const { clock, doctor } = this.world;
    const begun: Checkup = { diagnosis: null, at: clock.now() };
    this.last.set(bucket, begun);
    const diagnosis = await doctor.diagnose(bucket);
    // A person has tried again meanwhile: what was seen before does not count.
    if (this.last.get(bucket) !== begun) return;
    this.last.set(bucket, { diagnosis, at: clock.now() });
    this.conclude(bucket, diagnosis);
  }

  /** Later, for the upload that asks is in the middle of a step. */
  private async repeat(bucket: string, diagnosis: Diagnosis): Promise<void> {
    this.conclude(bucket, await Promise.resolve(diagnosis));
  }

  private conclude(bucket: string, diagnosis: Diagnosis): void {
    if (diagnosis.kind !== "blocked" || this.reached.has(bucket)) return;
    const { problems } = diagnosis;
    this.onBlocked(bucket, failure("cors_blocked", { bucket, problems }));
  }
}
