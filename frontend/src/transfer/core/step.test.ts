/** Whatever happens to an upload, in any order: it completes once, with every part, or says why not. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { S3Answer } from "./answer";
import type { Effect, UploadEvent } from "./events";
import { type Failure, failure } from "./failure";
import type { Plan, SignedUrl } from "./plan";
import { wantsConnection } from "./sending";
import { step } from "./step";
import { queued, type Source, type Upload } from "./upload";

const PART_SIZE = 10;
const ANSWERS: readonly S3Answer[] = [
  { kind: "answered", status: 200, etag: '"e"', body: "" },
  { kind: "answered", status: 200, etag: null, body: "" },
  { kind: "answered", status: 200, etag: null, body: "<Error><Code>InternalError</Code></Error>" },
  { kind: "answered", status: 503, etag: null, body: "<Error><Code>SlowDown</Code></Error>" },
  { kind: "answered", status: 412, etag: null, body: "" },
  { kind: "answered", status: 403, etag: null, body: "" },
  {
    kind: "answered",
    status: 403,
    etag: null,
    body: "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>",
  },
  { kind: "broken" },
  { kind: "stalled" },
];

/** A reason of the API's. */
const reasonOf = (code: Failure["code"]): Failure => ({ code, params: {}, requestId: null });

/** Draws the next number below `bound`. */
type Draw = (bound: number) => number;

/** Plays the world: keeps what the upload asked for and answers it in any order. */
class Play {
  upload: Upload;
  /** Effects that the world has still to answer. */
  pending: Effect[] = [];
  confirms = 0;
  now = 0;
  private readonly plan: Plan;

  constructor(parts: number) {
    const size = parts === 0 ? PART_SIZE : parts * PART_SIZE - 3;
    const source: Source = { id: "1", bucket: "b", prefix: "", name: "n", size, lastModified: 0 };
    this.upload = queued(source, "refuse");
    this.pending = [{ kind: "plan" }];
    const shared = { key: "n", nonce: "x" };
    this.plan =
      parts === 0
        ? { kind: "put", ...shared, request: this.url(1_000_000) }
        : {
            kind: "multipart",
            ...shared,
            uploadId: "u",
            partSize: PART_SIZE,
            partCount: parts,
            etagIsMd5: false,
          };
  }

  tell(event: UploadEvent): void {
    const [upload, effects] = step(this.upload, event);
    this.upload = upload;
    if (effects.some(({ kind }) => kind === "stop")) {
      this.pending = this.pending.filter(({ kind }) => !["send", "wait", "later"].includes(kind));
    }
    for (const effect of effects) this.note(effect);
  }

  /** One thing happens. */
  turn(draw: Draw): void {
    this.now += draw(200) * 100;
    const choices = this.pending.length + (wantsConnection(this.upload) ? 1 : 0);
    if (choices === 0) return;
    const choice = draw(choices);
    if (choice === this.pending.length) this.tell({ kind: "connection-granted", now: this.now });
    else this.answer(this.pending.splice(choice, 1), draw);
  }

  private note(effect: Effect): void {
    if (effect.kind === "confirm") {
      this.confirms += this.pending.some(({ kind }) => kind === "confirm") ? 2 : 1;
      const { upload } = this;
      if (upload.phase === "confirming" && !upload.inDoubt && upload.plan.kind === "multipart") {
        expect(upload.acked).not.toContain(null);
      }
    }
    if (effect.kind !== "stop" && effect.kind !== "abort") this.pending.push(effect);
  }

  private answer([effect]: readonly Effect[], draw: Draw): void {
    if (effect?.kind === "plan") this.planUpload(draw);
    if (effect?.kind === "sign") this.sign(effect.attempt, effect.partNumbers);
    if (effect?.kind === "send") this.send(effect.part, draw);
    if (effect?.kind === "wait") this.tell({ kind: "waited", part: effect.part, now: this.now });
    if (effect?.kind === "later") this.tell({ kind: "due" });
    if (effect?.kind === "check") this.check(draw);
    if (effect?.kind === "confirm") this.confirm(draw);
  }

  private planUpload(draw: Draw): void {
    this.tell({ kind: "plan-asked" });
    const busy: Plan = { kind: "refused", failure: reasonOf("aws_throttled") };
    const plan = draw(4) === 0 ? busy : this.plan;
    this.tell({ kind: "planned", plan, now: this.now, random: draw(100) / 100 });
  }

  private sign(attempt: number, partNumbers: readonly number[]): void {
    const parts = new Map(partNumbers.map((part) => [part, this.url(this.now + 60_000)]));
    this.tell({ kind: "signed", attempt, parts });
  }

  private send(part: number, draw: Draw): void {
    this.tell({ kind: "progressed", part, loaded: draw(PART_SIZE) });
    this.tell(this.answered(part, draw));
  }

  private check(draw: Draw): void {
    const changed = draw(8) === 0;
    this.tell(changed ? { kind: "failed", failure: failure("file_changed") } : { kind: "checked" });
  }

  private answered(part: number, draw: Draw): UploadEvent {
    // Success is likely, or no upload would ever get far.
    const answer = ANSWERS[Math.max(0, draw(ANSWERS.length * 3) - ANSWERS.length * 2)] ?? {
      kind: "broken",
    };
    const reached = draw(2) === 1;
    const online = draw(10) > 0;
    return {
      kind: "answered",
      part,
      answer,
      digest: null,
      unchanged: false,
      online,
      reached,
      now: this.now,
      random: draw(100) / 100,
    };
  }

  private confirm(draw: Draw): void {
    this.tell({ kind: "confirm-asked" });
    if (draw(20) === 0) this.tell({ kind: "cancelled" });
    const reason = failure("internal");
    const busy = reasonOf("aws_unreachable");
    const at = { now: this.now, random: draw(100) / 100 };
    const events: readonly UploadEvent[] = [
      {
        kind: "confirmed",
        ...at,
        confirmation: { kind: "completed", key: "n", notified: true, verified: null },
      },
      { kind: "confirmed", ...at, confirmation: { kind: "failed", failure: reason } },
      { kind: "confirmed", ...at, confirmation: { kind: "failed", failure: busy } },
      { kind: "confirm-unanswered", failure: reason },
    ];
    const event = events[draw(events.length)];
    this.confirms -= 1;
    if (event !== undefined) this.tell(event);
  }

  private url(expiresAt: number): SignedUrl {
    return { url: "https://s3.test/", headers: {}, expiresAt };
  }
}

const ENDS = ["done", "failed", "conflict", "cancelled"];

describe("an upload, whatever happens in whatever order", () => {
  const game = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.infiniteStream(fc.nat()));

  it("asks for completion once at a time, and always ends or waits for something", () => {
    fc.assert(
      fc.property(game, ([parts, numbers]) => {
        const draw: Draw = (bound) => (numbers.next().value ?? 0) % bound;
        const play = new Play(parts);
        for (let turn = 0; turn < 5_000 && !ENDS.includes(play.upload.phase); turn += 1) {
          const waits = play.pending.length > 0 || wantsConnection(play.upload);
          expect(waits, `${play.upload.phase} waits for nothing`).toBe(true);
          const before = play.upload.sentBytes;
          play.turn(draw);
          expect(play.confirms).toBeLessThanOrEqual(1);
          expect(play.upload.sentBytes).toBeGreaterThanOrEqual(before);
        }
        expect(ENDS).toContain(play.upload.phase);
      }),
      { numRuns: 1_000 },
    );
  });

  it("is done only when the API has confirmed, with all bytes counted", () => {
    fc.assert(
      fc.property(game, ([parts, numbers]) => {
        const draw: Draw = (bound) => (numbers.next().value ?? 0) % bound;
        const play = new Play(parts);
        for (let turn = 0; turn < 5_000 && !ENDS.includes(play.upload.phase); turn += 1) {
          const { phase, source } = play.upload;
          play.turn(draw);
          if (play.upload.phase !== "done") continue;
          expect(phase).toBe("confirming");
          expect(play.upload.sentBytes).toBe(source.size);
        }
      }),
    );
  });

  it("stops at any time when cancelled, and gives up what it began at S3", () => {
    fc.assert(
      fc.property(game, fc.nat(60), ([parts, numbers], turns) => {
        const draw: Draw = (bound) => (numbers.next().value ?? 0) % bound;
        const play = new Play(parts);
        for (let turn = 0; turn < turns; turn += 1) play.turn(draw);
        const begun = "plan" in play.upload && play.upload.plan.kind === "multipart";
        const [after, effects] = step(play.upload, { kind: "cancelled" });
        if (begun && after.phase === "cancelled") {
          expect(effects.map(({ kind }) => kind)).toEqual(["stop", "abort"]);
        }
        expect(wantsConnection(after)).toBe(false);
      }),
    );
  });
});
