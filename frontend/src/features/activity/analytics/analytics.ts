/** Counts what a person did and passes the counts on: 10,000 files are a few events. */
import type { ClockPort } from "@/transfer/ports";
import type { Deed } from "../deed";

export type EventName = "bucket_open" | "upload_complete" | "download_complete" | "delete_complete";

/** All that is ever told of what a person did. */
export interface EventParams {
  readonly bucket: string;
  /** Of objects; a bucket that is opened has none. */
  readonly count?: number;
}

export interface AnalyticsPort {
  readonly log: (name: EventName, params: EventParams) => void;
  /** Nothing leaves the browser while it is off. */
  readonly setEnabled: (isEnabled: boolean) => void;
}

/** Ms: what ends within it is counted together. */
const GATHER_MS = 30_000;

type CountedEvent = Exclude<EventName, "bucket_open">;

export class Analytics {
  /** Objects by event and bucket. */
  private counts = new Map<CountedEvent, Map<string, number>>();
  private cancelTimer: (() => void) | null = null;

  constructor(
    private readonly port: AnalyticsPort,
    private readonly clock: ClockPort,
  ) {}

  hear(deed: Deed): void {
    const { bucket } = deed;
    switch (deed.kind) {
      case "bucket-opened":
        this.port.log("bucket_open", { bucket });
        return;
      case "uploaded":
        this.count("upload_complete", bucket, 1);
        return;
      case "downloaded":
        this.count("download_complete", bucket, 1);
        return;
      case "deleted":
        this.count("delete_complete", bucket, deed.count);
        return;
      case "upload-failed":
        return;
      default:
        deed satisfies never;
    }
  }

  /** Tells what has been counted at once: the page may be at its end. */
  flush(): void {
    const { counts } = this;
    this.clear();
    for (const [name, buckets] of counts)
      for (const [bucket, count] of buckets) this.port.log(name, { bucket, count });
  }

  /** What was counted and not told is forgotten. */
  setEnabled(isEnabled: boolean): void {
    this.clear();
    this.port.setEnabled(isEnabled);
  }

  private count(name: CountedEvent, bucket: string, count: number): void {
    const buckets = this.counts.get(name) ?? new Map<string, number>();
    this.counts.set(name, buckets.set(bucket, (buckets.get(bucket) ?? 0) + count));
    this.cancelTimer ??= this.clock.after(GATHER_MS, () => {
      this.flush();
    });
  }

  private clear(): void {
    this.cancelTimer?.();
    this.cancelTimer = null;
    this.counts = new Map();
  }
}
