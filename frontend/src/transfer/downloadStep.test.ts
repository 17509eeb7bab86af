/** Whatever happens to a download, in any order: it saves once, all and only what S3 has, or says why not. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Draw, Play } from "./testing/downloadPlay";
import type { DownloadEvent } from "./core/downloads/events";
import { wantsConnection } from "./core/downloads/receiving";

const MiB = 1024 * 1024;
const CHOICES: readonly DownloadEvent[] = [
  { kind: "paused", reason: "person" },
  { kind: "paused", reason: "credentials" },
  { kind: "resumed" },
  { kind: "cancelled" },
  { kind: "retried" },
  { kind: "resolved", choice: "replace" },
  { kind: "resolved", choice: "keep-both" },
  { kind: "resolved", choice: "skip" },
];

const ENDS = ["done", "failed", "conflict", "cancelled"];
const SIZES = [0, 1, 8 * MiB, 8 * MiB + 1, 16 * MiB, 100 * MiB];
const game = fc.tuple(fc.constantFrom(...SIZES), fc.infiniteStream(fc.nat()));

function drawing(numbers: Iterator<number, unknown>): Draw {
  return (bound) => Number(numbers.next().value ?? 0) % bound;
}

describe("a download, whatever happens in whatever order", () => {
  it("always ends or waits for something, and saves only what is complete and verified", () => {
    fc.assert(
      fc.property(game, ([size, numbers]) => {
        const draw = drawing(numbers);
        const play = new Play(size);
        for (let turn = 0; turn < 5_000 && !ENDS.includes(play.download.phase); turn += 1) {
          const waits = play.pending.length > 0 || wantsConnection(play.download);
          expect(waits, `${play.download.phase} waits for nothing`).toBe(true);
          const { phase } = play.download;
          play.turn(draw);
          if (play.download.phase !== "done") continue;
          expect(phase).toBe("saving");
          expect(play.download.receivedBytes).toBe(size);
          expect(play.download.kept?.stored.size, "kept in memory for nothing").toBe(0);
        }
        expect(ENDS).toContain(play.download.phase);
        expect(play.saves).toBe(play.download.phase === "done" ? 1 : 0);
      }),
      { numRuns: 1_000 },
    );
  });

  it("stays right when a person interferes at any time", () => {
    fc.assert(
      fc.property(game, ([size, numbers]) => {
        const draw = drawing(numbers);
        const play = new Play(size);
        for (let turn = 0; turn < 300; turn += 1) {
          const choice = CHOICES[draw(CHOICES.length * 10)];
          if (choice !== undefined) play.tell(choice);
          const isStopped = [...ENDS, "paused"].includes(play.download.phase);
          const waits = play.pending.length > 0 || wantsConnection(play.download);
          expect(isStopped || waits, `${play.download.phase} waits for nothing`).toBe(true);
          play.turn(draw);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("stops at any time when cancelled, and leaves nothing staged", () => {
    fc.assert(
      fc.property(game, fc.nat(60), ([size, numbers], turns) => {
        const draw = drawing(numbers);
        const play = new Play(size);
        for (let turn = 0; turn < turns; turn += 1) play.turn(draw);
        play.tell({ kind: "cancelled" });
        expect(wantsConnection(play.download)).toBe(false);
        expect(["done", "cancelled"]).toContain(play.download.phase);
        expect(play.disk.size).toBe(0);
      }),
    );
  });
});
