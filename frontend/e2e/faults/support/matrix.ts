/**
 * The matrix of faults. Each row is a test that says which fault, what the person sees and what is
 * asserted; docs/reliability.md is written from that (reliabilityReporter.ts).
 *
 *   row("A part answered with 500", { sees: "…", asserts: "…" }, async ({ s3, person, place }) => {
 *     await s3.follow({ on: { operation: "UploadPart", part: 3 }, fault: internalError, times: 1 });
 *     await person.uploads(big);
 *     await person.sees(1, "done");
 *     expect(await place.sha256(big.name)).toBe(sha256(big));
 *   });
 *
 * s3: the scripted S3; no rules before and after. place: a fresh prefix, seen past all faults.
 * person: at a page of the app with that place open. Long waits of the page (30 s of silence):
 * `await page.clock.install()` before anything else, and `page.clock.fastForward(31_000)`.
 */
import { Person } from "./person";
import { Place } from "./place";
import { ScriptedS3 } from "./scriptedS3";
import { test as base } from "../../support/test";

interface Scene {
  readonly s3: ScriptedS3;
  readonly place: Place;
  readonly person: Person;
}

export const test = base.extend<Scene>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads what is needed from the pattern
  s3: async ({}, provide) => {
    const s3 = new ScriptedS3();
    await s3.follow();
    await provide(s3);
    await s3.follow();
  },
  // eslint-disable-next-line no-empty-pattern
  place: async ({}, provide, { testId, retry }) => {
    await provide(await Place.fresh(`${testId}-${retry}`));
  },
  person: async ({ page, place }, provide) => {
    const person = new Person(page, place);
    await person.arrives();
    await provide(person);
  },
});

export { expect } from "@playwright/test";

/** What a row of docs/reliability.md says beside the fault. */
export interface Told {
  readonly sees: string;
  readonly asserts: string;
}

type Body = Parameters<typeof test>[2];

export function row(fault: string, { sees, asserts }: Told, body: Body): void {
  const annotation = [
    { type: "fault", description: fault },
    { type: "sees", description: sees },
    { type: "asserts", description: asserts },
  ];
  test(`${fault}: ${sees}`, { annotation }, body);
}
