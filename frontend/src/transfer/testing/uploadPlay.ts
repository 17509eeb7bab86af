/** A world that answers what one upload asks for in any order, and an S3 that watches what comes. */
import { expect } from "vitest";
import type { Confirmation, Effect, UploadEvent } from "../core/events";
import { failure } from "../core/failure";
import { keptOf, restored } from "../core/restoring";
import { wantsConnection } from "../core/sending";
import { step } from "../core/step";
import { type Confirming, queued, type Source, type Upload } from "../core/upload";
import { reason } from "./fakeApi";
import { PlayedS3, TROUBLES } from "./playedS3";

const PART_SIZE = 10;
const ENDS: readonly Upload["phase"][] = ["done", "failed", "conflict", "cancelled"];
/** Draws the next number below `bound`. */
export type Draw = (bound: number) => number;

const CHANGED: UploadEvent = { kind: "failed", failure: failure("file_changed") };

type Send = Extract<Effect, { kind: "send" }>;

/** What the world has still to answer. */
type Asked =
  Effect | { readonly kind: "planning" } | { readonly kind: "completing"; of: Confirming };

export class UploadPlay {
  upload: Upload;
  pending: Asked[] = [{ kind: "plan" }];
  readonly s3: PlayedS3;
  now = 0;
  private readonly source: Source;

  /** @param parts 0: a single PUT */
  constructor(
    parts: number,
    private readonly draw: Draw,
  ) {
    const size = parts === 0 ? PART_SIZE : parts * PART_SIZE - 3;
    this.source = { id: "1", bucket: "b", prefix: "", name: "n", size, lastModified: 0 };
    this.upload = queued(this.source, "refuse");
    this.s3 = new PlayedS3(parts, PART_SIZE, draw(2) === 0, draw(2) === 0);
  }

  get hasEnded(): boolean {
    return ENDS.includes(this.upload.phase);
  }

  /** Something of it is under way, or it says what it waits for. */
  get waits(): boolean {
    return (
      this.pending.length > 0 || wantsConnection(this.upload) || this.upload.phase === "paused"
    );
  }

  tell(event: UploadEvent): void {
    const before = this.upload;
    const [upload, effects] = step(before, event);
    this.upload = upload;
    if (effects.some(({ kind }) => kind === "stop")) this.stop();
    for (const effect of effects) this.note(effect);
    const beganAnew = upload.phase === "queued" && upload.sentBytes === 0;
    // Never all of it as long as S3 lacks a part that it had.
    const least = Math.min(before.sentBytes, this.source.size - 1);
    if (!beganAnew) expect(upload.sentBytes).toBeGreaterThanOrEqual(least);
    expect(upload.sentBytes).toBeLessThanOrEqual(this.source.size);
    if (upload !== before && upload.phase === "done") this.expectWhole(before);
  }

  /** One thing happens. */
  turn(): void {
    this.now += this.draw(200) * 100;
    const choices = this.pending.length + (wantsConnection(this.upload) ? 1 : 0);
    if (choices === 0) return;
    const choice = this.draw(choices);
    if (choice === this.pending.length) this.tell({ kind: "connection-granted", now: this.now });
    else for (const asked of this.pending.splice(choice, 1)) this.answer(asked);
  }

  /** The page is gone; the next one knows what was remembered. Requests may still arrive. */
  reload(): void {
    if (this.hasEnded) return;
    const { upload } = this;
    this.stop();
    for (const asked of this.pending) {
      if (asked.kind === "completing" && this.draw(2) === 0) this.s3.complete(asked.of);
    }
    this.pending = [];
    this.s3.meddle(1 + this.draw(8), this.draw(2) === 0);
    this.upload = restored(this.source, upload.onConflict, keptOf(upload), "file");
  }

  private expectWhole(before: Upload): void {
    expect(before.phase).toBe("confirming");
    expect(this.upload.sentBytes).toBe(this.source.size);
    const { upload } = this;
    if (upload.phase === "done" && upload.verified !== null)
      expect(this.s3.objectIsWhole).toBe(true);
  }

  private stop(): void {
    for (const asked of this.pending) {
      // What was aborted here may have arrived there.
      if (asked.kind === "send" && this.draw(2) === 0)
        this.s3.put(asked.request.url, asked.part, true);
    }
    const stopped = ["send", "wait", "later", "compare"];
    this.pending = this.pending.filter(({ kind }) => !stopped.includes(kind));
  }

  private note(effect: Effect): void {
    if (effect.kind === "abort") this.s3.abort(effect.uploadId);
    else if (effect.kind !== "stop" && effect.kind !== "note") this.pending.push(effect);
  }

  private answer(asked: Asked): void {
    const { now } = this;
    switch (asked.kind) {
      case "plan":
        if (this.upload.phase !== "queued") return;
        this.tell({ kind: "plan-asked" });
        this.pending.push({ kind: "planning" });
        return;
      case "planning":
        this.planned();
        return;
      case "sign":
        this.sign(asked);
        return;
      case "send":
        this.send(asked);
        return;
      case "wait":
        this.tell({ kind: "waited", part: asked.part, now });
        return;
      case "later":
        this.tell({ kind: "due" });
        return;
      case "check":
        this.tell(this.draw(12) > 0 ? { kind: "checked" } : CHANGED);
        return;
      case "list":
        this.list(asked.attempt);
        return;
      case "compare":
        this.compare(asked);
        return;
      case "confirm":
        this.askToConfirm();
        return;
      case "completing":
        this.complete(asked.of);
        return;
      case "diagnose":
      case "note":
      case "stop":
      case "abort":
        return;
      default:
        asked satisfies never;
    }
  }

  private planned(): void {
    const isBusy = this.draw(6) === 0;
    const plan = isBusy
      ? ({ kind: "refused", failure: reason("aws_throttled") } as const)
      : this.s3.plan(this.now + 1_000_000);
    this.tell({ kind: "planned", plan, now: this.now, random: this.draw(100) / 100 });
  }

  private sign({ attempt, partNumbers }: Extract<Effect, { kind: "sign" }>): void {
    const { upload } = this;
    if (upload.phase !== "sending" || upload.plan.kind !== "multipart") return;
    if (this.draw(15) === 0) {
      this.tell({ kind: "sign-unanswered", attempt, failure: reason("credentials_expired") });
      return;
    }
    const url = upload.plan.uploadId;
    const expiresAt = this.now + 60_000;
    const parts = new Map(partNumbers.map((part) => [part, { url, headers: {}, expiresAt }]));
    this.tell({ kind: "signed", attempt, parts });
  }

  private send({ part, request }: Send): void {
    this.tell({ kind: "progressed", part, loaded: this.draw(PART_SIZE) });
    const isTrouble = this.draw(4) === 0;
    const isDamaged = this.draw(12) === 0;
    const arrives = !isTrouble || this.draw(3) === 0;
    const stored = arrives ? this.s3.put(request.url, part, !isDamaged) : null;
    const trouble = TROUBLES[this.draw(TROUBLES.length)] ?? { kind: "broken" };
    this.tell({
      kind: "answered",
      part,
      answer: isTrouble ? trouble : (stored ?? trouble),
      digest: this.draw(8) === 0 ? null : { md5: this.s3.md5(part, true), crc64nvme: null },
      unchanged: this.draw(2) === 0,
      online: this.draw(10) > 0,
      reached: this.draw(2) === 1,
      now: this.now,
      random: this.draw(100) / 100,
    });
  }

  private list(attempt: number): void {
    const { upload, now } = this;
    if (upload.phase !== "resuming") return;
    const parts = this.s3.list(upload.plan.uploadId);
    if (this.draw(10) === 0) {
      this.tell({ kind: "list-unanswered", attempt, failure: reason("api_unreachable") });
    } else if (parts === null) {
      this.tell({ kind: "list-unanswered", attempt, failure: reason("upload_not_found") });
    } else {
      this.tell({ kind: "listed", attempt, parts, now });
      // Nothing counts but what S3 has said that it has.
      if (this.upload.phase === "sending") expect(this.s3.hasAll(this.upload)).toBe(true);
    }
  }

  private compare({ attempt, parts }: Extract<Effect, { kind: "compare" }>): void {
    for (const { part, etag } of parts) {
      const digest = this.draw(8) === 0 ? null : { md5: this.s3.md5(part, true), crc64nvme: null };
      this.tell({ kind: "compared", attempt, part, etag, digest, now: this.now });
    }
  }

  private askToConfirm(): void {
    const { upload } = this;
    if (upload.phase !== "confirming" || upload.asked) return;
    expect(this.pending.map(({ kind }) => kind)).not.toContain("completing");
    if (upload.plan.kind === "multipart" && !upload.inDoubt) {
      expect(upload.acked).not.toContain(null);
      expect(this.s3.gaveAll(upload)).toBe(true);
    }
    this.pending.push({ kind: "completing", of: upload });
    this.tell({ kind: "confirm-asked" });
  }

  private complete(of: Confirming): void {
    const at = { now: this.now, random: this.draw(100) / 100 };
    const said = (confirmation: Confirmation): UploadEvent => {
      return { kind: "confirmed", confirmation, ...at };
    };
    const trouble = (code: string) => said({ kind: "failed", failure: reason(code) });
    const lost: UploadEvent = { kind: "confirm-unanswered", failure: reason("api_unreachable") };
    const passing = [lost, trouble("aws_unreachable"), trouble("credentials_expired")];
    if (this.draw(4) === 0) {
      if (this.draw(2) === 0) this.s3.complete(of);
      this.tell(passing[this.draw(passing.length)] ?? lost);
    } else this.tell(said(this.s3.complete(of)));
  }
}
