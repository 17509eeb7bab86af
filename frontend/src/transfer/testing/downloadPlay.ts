/** A world that answers what one download asks for in any order, and watches that it asks rightly. */
import { expect } from "vitest";
import type { S3Answer } from "../core/answer";
import { type Download, queued, sizeOf } from "../core/downloads/download";
import type { DownloadEvent, Effect, RangeAnswer } from "../core/downloads/events";
import { wantsConnection } from "../core/downloads/receiving";
import { step } from "../core/downloads/step";
import { failure } from "../core/failure";
import type { SignedUrl } from "../core/plan";

const MiB = 1024 * 1024;
const FULL = failure("disk_full");
const error = (status: number, code: string, message = ""): S3Answer => ({
  kind: "answered",
  status,
  etag: null,
  body: `<Error><Code>${code}</Code><Message>${message}</Message></Error>`,
});
const TROUBLES: readonly RangeAnswer[] = [
  error(503, "SlowDown"),
  error(500, "InternalError"),
  error(403, "AccessDenied", "Request has expired"),
  error(403, "AccessDenied"),
  error(404, "NoSuchKey"),
  { kind: "broken" },
  { kind: "stalled" },
  { kind: "unstored", failure: FULL },
];
/** Draws the next number below `bound`. */
export type Draw = (bound: number) => number;

/** What is asked for, by which attempt. */
interface Asked {
  readonly effect: Effect;
  readonly attempt: number;
}

/** Keeps what the download asked for, and a disk. */
export class Play {
  download: Download;
  pending: Asked[] = [{ effect: { kind: "plan" }, attempt: 1 }];
  /** The ETag of the object, and of each range on the disk. */
  etag = 1;
  readonly disk = new Map<number, string>();
  private isWiped = false;
  saves = 0;
  now = 0;
  private urls = 0;

  constructor(private readonly size: number) {
    const names = { bucket: "b", prefix: "", key: "k", path: ["k"], renamed: false };
    this.download = queued({ id: "1", ...names, size, requesterPays: false, isFolder: false });
  }

  tell(event: DownloadEvent): void {
    const before = this.download;
    const [download, effects] = step(before, event);
    this.download = download;
    for (const effect of effects) this.note(effect);
    expect(download.receivedBytes).toBeLessThanOrEqual(sizeOf(download));
    const beganAnew = download.restarts > before.restarts || download.kept === null;
    const lost = event.kind === "opened" && !event.kept;
    if (!beganAnew && !lost) {
      expect(download.receivedBytes).toBeGreaterThanOrEqual(before.receivedBytes);
    }
  }

  /** One thing happens. */
  turn(draw: Draw): void {
    this.now += draw(200) * 100;
    if (draw(200) === 0) this.etag += 1;
    const choices = this.pending.length + (wantsConnection(this.download) ? 1 : 0);
    if (choices === 0) return;
    const choice = draw(choices);
    if (choice === this.pending.length) this.tell({ kind: "connection-granted", now: this.now });
    else for (const asked of this.pending.splice(choice, 1)) this.answer(asked, draw);
  }

  private note(effect: Effect): void {
    if (effect.kind === "stop") {
      this.pending = this.pending.filter(
        ({ effect: { kind } }) => !["fetch", "wait", "later"].includes(kind),
      );
    }
    if (effect.kind === "discard") this.disk.clear();
    if (effect.kind === "fetch") this.expectNew(effect.range);
    if (effect.kind === "verify") this.expectComplete();
    if (effect.kind === "save") {
      expect(this.download.phase).toBe("saving");
      this.expectComplete();
    }
    const asks = ["plan", "open", "fetch", "wait", "later", "verify", "save"];
    if (asks.includes(effect.kind)) this.pending.push({ effect, attempt: this.download.attempt });
  }

  private expectNew(range: number): void {
    const twice = this.pending.some(
      ({ effect }) => effect.kind === "fetch" && effect.range === range,
    );
    expect(twice, `range ${range} is on its way already`).toBe(false);
  }

  /** All ranges are there, of one object. */
  private expectComplete(): void {
    const { kept } = this.download;
    const count = Math.ceil((kept?.object.size ?? 0) / (kept?.rangeSize ?? 1));
    const etags = Array.from({ length: count }, (_, range) => this.disk.get(range));
    expect(etags).toEqual(Array.from({ length: count }, () => kept?.object.etag));
  }

  private answer({ effect, attempt }: Asked, draw: Draw): void {
    if (effect.kind === "plan") this.plan(draw);
    if (effect.kind === "open") this.open(attempt, draw);
    if (effect.kind === "fetch") this.fetch(effect, draw);
    if (effect.kind === "wait") this.tell({ kind: "waited", range: effect.range });
    if (effect.kind === "later") this.tell({ kind: "due" });
    if (effect.kind === "verify") this.verify(attempt, draw);
    if (effect.kind === "save") this.save(attempt, draw);
  }

  private plan(draw: Draw): void {
    this.tell({ kind: "plan-asked" });
    const { attempt } = this.download;
    if (draw(12) === 0) this.tell({ kind: "taken", attempt });
    const busy = { code: "aws_throttled", params: {}, requestId: null };
    const random = draw(100) / 100;
    if (draw(6) === 0) {
      this.tell({ kind: "planned", plan: { kind: "refused", failure: busy }, random });
      return;
    }
    const object = { size: this.size, etag: `${this.etag}`, checksum: null, md5PartSize: null };
    this.tell({
      kind: "planned",
      plan: { kind: "ready", object, request: this.url(draw) },
      random,
    });
  }

  private open(attempt: number, draw: Draw): void {
    const kept = draw(10) > 0 && !this.isWiped;
    if (attempt === this.download.attempt && !kept) this.wipe();
    this.tell(
      draw(20) === 0
        ? { kind: "failed", attempt, failure: FULL }
        : { kind: "opened", attempt, kept },
    );
  }

  /** What was stored is gone, also where the answer that would tell it is another. */
  private wipe(): void {
    this.disk.clear();
    this.isWiped = true;
  }

  private fetch({ range, request }: Extract<Effect, { kind: "fetch" }>, draw: Draw): void {
    this.tell({ kind: "progressed", range, loaded: draw(MiB) });
    const answer = this.rangeAnswer(range, request, draw);
    const [online, reached, random] = [draw(10) > 0, draw(2) === 1, draw(100) / 100];
    this.tell({ kind: "answered", range, answer, online, reached, now: this.now, random });
  }

  private rangeAnswer(range: number, { headers }: SignedUrl, draw: Draw): RangeAnswer {
    // Success is likely, or no download would ever get far.
    const trouble = TROUBLES[draw(TROUBLES.length * 4)];
    if (trouble !== undefined) return trouble;
    const etag = `"${this.etag}"`;
    if (headers["if-match"] !== undefined && headers["if-match"] !== etag) return error(412, "");
    this.disk.set(range, `${this.etag}`);
    this.isWiped = false;
    return { kind: "answered", status: 206, etag, body: "" };
  }

  private verify(attempt: number, draw: Draw): void {
    const mismatched = { kind: "mismatched", algorithm: "CRC64NVME" } as const;
    const matched = { kind: "matched", algorithm: "CRC64NVME" } as const;
    const verification = draw(10) === 0 ? mismatched : matched;
    this.tell({ kind: "verified", attempt, verification });
  }

  private save(attempt: number, draw: Draw): void {
    const outcome = draw(10);
    if (outcome === 0) this.tell({ kind: "failed", attempt, failure: FULL });
    else if (outcome === 1) this.tell({ kind: "taken", attempt });
    else {
      this.saves += 1;
      this.tell({ kind: "saved", attempt });
    }
  }

  private url(draw: Draw): SignedUrl {
    this.urls += 1;
    return {
      url: `https://s3.test/${this.urls}`,
      headers: {},
      expiresAt: this.now + draw(900_000),
    };
  }
}
