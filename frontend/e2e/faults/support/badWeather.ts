/** All faults at once, each by chance, as a day of bad luck would bring them. */
import type { Page } from "@playwright/test";
import {
  expiredUrl,
  internalError,
  slowDown,
  tooSkewed,
  type Fault,
  type Operation,
  type Rule,
} from "./rules";

const errorIn200: Fault = { kind: "refuse", code: "InternalError", status: 200 };

/** What happens to the bytes, with its probability. */
const toBytes: readonly (readonly [Fault, number])[] = [
  [slowDown, 0.03],
  [internalError, 0.03],
  [errorIn200, 0.02],
  [expiredUrl, 0.01],
  [tooSkewed, 0.005],
  [{ kind: "cut", after: 10_000 }, 0.02],
  [{ kind: "lose" }, 0.03],
  [{ kind: "flip" }, 0.01],
  [{ kind: "delay", ms: 300 }, 0.05],
];

/** What happens when the parts are put together. */
const toComplete: readonly (readonly [Fault, number])[] = [
  [{ kind: "lose" }, 0.1],
  [internalError, 0.1],
  [errorIn200, 0.1],
];

export const badWeather: readonly Rule[] = [
  // A stalled request is given up after 30 s: early, so that all others go on beside it.
  { on: { operation: "UploadPart" }, fault: { kind: "stall", after: 1_000 }, nth: 9, times: 1 },
  { on: { operation: "PutObject" }, fault: { kind: "stall" }, nth: 9, times: 1 },
  ...rulesOf("UploadPart", toBytes),
  ...rulesOf("PutObject", toBytes),
  ...rulesOf("CompleteMultipartUpload", toComplete),
  ...rulesOf("CreateMultipartUpload", [[slowDown, 0.05]]),
  ...rulesOf("HeadObject", [[slowDown, 0.05]]),
  ...rulesOf("ListObjectsV2", [[slowDown, 0.05]]),
];

/** Damage of a whole file, or a URL refused twice: no patience helps. */
export function mayEndAFile(rule: Rule | undefined): boolean {
  const fault = rule?.fault;
  return fault?.kind === "flip" || fault === expiredUrl || fault === tooSkewed;
}

function rulesOf(
  operation: Operation,
  faults: readonly (readonly [Fault, number])[],
): readonly Rule[] {
  return faults.map(([fault, probability]) => ({ on: { operation }, fault, probability }));
}

/** The app's own API is refused, does its work without being heard, or is busy; `draw` is in [0, 1). */
export async function troubleApi(page: Page, draw: () => number): Promise<void> {
  await page.route(/\/api\/uploads/, async (route) => {
    const luck = draw();
    if (luck < 0.05) return route.abort("connectionrefused");
    if (luck < 0.1) {
      await route.fetch();
      return route.abort("connectionreset");
    }
    if (luck < 0.13) return route.fulfill({ status: 502, body: "Bad Gateway" });
    return route.continue();
  });
}
