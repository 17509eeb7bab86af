/** Whatever happens to an upload, in any order: it completes once, with every part, or says why not. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { UploadEvent } from "./core/events";
import { keep } from "./core/keeping";
import { wantsConnection } from "./core/sending";
import { step } from "./core/step";
import { type Draw, UploadPlay } from "./testing/uploadPlay";

const game = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.infiniteStream(fc.nat()));
const INTERFERING: readonly ((now: number) => UploadEvent)[] = [
  () => ({ kind: "paused", reason: "person" }),
  () => ({ kind: "paused", reason: "credentials" }),
  (now) => ({ kind: "resumed", now }),
  (now) => ({ kind: "retried", now }),
  () => ({ kind: "cancelled" }),
  () => ({ kind: "resolved", choice: "replace" }),
];

function drawing(numbers: Iterator<number, unknown>): Draw {
  return (bound) => Number(numbers.next().value ?? 0) % bound;
}

/** A person, or new keys, let it go on. */
function goOn(play: UploadPlay): void {
  if (play.upload.phase === "paused") play.tell({ kind: "resumed", now: play.now });
}

const INTERFERENCE = 200;

/** Plays until it ends, which somebody may not let it for a while; `between` precedes each turn. */
function playOn(play: UploadPlay, between: (interferes: boolean) => void): void {
  for (let turn = 0; turn < 6_000 && (turn < INTERFERENCE || !play.hasEnded); turn += 1) {
    between(turn < INTERFERENCE);
    if (play.hasEnded) continue;
    expect(play.waits, `${play.upload.phase} waits for nothing`).toBe(true);
    play.turn();
  }
  expect(play.hasEnded).toBe(true);
}

/** Lets everything arrive that was under way, and looks what is left at S3. */
function expectNothingLeft(play: UploadPlay): void {
  for (let turn = 0; turn < 1_000 && play.pending.length > 0; turn += 1) play.turn();
  const kept = keep(play.upload);
  expect(play.s3.openUploads).toBeLessThanOrEqual(kept?.plan.kind === "multipart" ? 1 : 0);
}

describe("an upload, whatever happens in whatever order", () => {
  it("asks for completion once at a time, with every part that S3 has acknowledged, and ends", () => {
    fc.assert(
      fc.property(game, ([parts, numbers]) => {
        const play = new UploadPlay(parts, drawing(numbers));
        playOn(play, () => {
          goOn(play);
        });
        expectNothingLeft(play);
      }),
      { numRuns: 300 },
    );
  });

  it("stays right when people and keys interfere at any time", () => {
    fc.assert(
      fc.property(game, ([parts, numbers]) => {
        const draw = drawing(numbers);
        const play = new UploadPlay(parts, draw);
        playOn(play, (interferes) => {
          const interfering = INTERFERING[draw(INTERFERING.length)];
          if (!interferes) goOn(play);
          else if (draw(6) === 0 && interfering) play.tell(interfering(play.now));
        });
        expectNothingLeft(play);
      }),
      { numRuns: 300 },
    );
  });

  it("goes on after its page was lost at any time, from what was remembered and what S3 has", () => {
    fc.assert(
      fc.property(game, ([parts, numbers]) => {
        const draw = drawing(numbers);
        const play = new UploadPlay(parts, draw);
        playOn(play, (interferes) => {
          if (interferes && draw(20) === 0) play.reload();
          goOn(play);
        });
      }),
      { numRuns: 300 },
    );
  });

  it("stops at any time when cancelled, and gives up what it began at S3", () => {
    fc.assert(
      fc.property(game, fc.nat(60), ([parts, numbers], turns) => {
        const play = new UploadPlay(parts, drawing(numbers));
        for (let turn = 0; turn < turns; turn += 1) play.turn();
        const kept = keep(play.upload);
        const [after, effects] = step(play.upload, { kind: "cancelled" });
        if (kept?.plan.kind === "multipart" && after.phase === "cancelled") {
          expect(effects.map(({ kind }) => kind)).toEqual(["stop", "abort"]);
        }
        expect(wantsConnection(after)).toBe(false);
      }),
    );
  });
});
