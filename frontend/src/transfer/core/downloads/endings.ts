/** The ways a download stops, and what each leaves behind. */
import { type Failure, failure } from "../failure";
import { needsNewKeys } from "../keys";
import { common, type Download, givenUp, type PauseReason, type Queued } from "./download";
import type { Effect, Step } from "./events";

/** How often an object may change while it is downloaded. */
const MAX_RESTARTS = 3;

/** Nothing changes: the event came too late or does not concern this phase. */
export function unchanged(download: Download): Step<Download> {
  return [download, []];
}

/** Ends in failure; trying again goes on from the ranges that are stored. New keys mend expired ones. */
export function fail(download: Download, reason: Failure): Step<Download> {
  if (needsNewKeys(reason)) return waitForKeys(download);
  const isKept = (download.kept?.storedBytes ?? 0) > 0;
  const kept = isKept ? download.kept : null;
  return [
    { ...givenUp(download), kept, phase: "failed", failure: named(download, reason) },
    [{ kind: "stop" }, ...(isKept ? [] : CLEARED)],
  ];
}

/** What is staged is wrong: trying again begins anew. */
export function failDiscarding(download: Download, reason: Failure): Step<Download> {
  return [
    { ...givenUp(download), kept: null, phase: "failed", failure: named(download, reason) },
    [{ kind: "stop" }, ...CLEARED],
  ];
}

/** Something has the local name; a person decides. What is staged stays. */
export function conflict(download: Download): Step<Download> {
  const { bucket, key } = download.source;
  const name = download.path.join("/");
  const reason = { code: "conflict", params: { bucket, key, name }, requestId: null };
  return [{ ...givenUp(download), phase: "conflict", failure: reason }, [{ kind: "stop" }]];
}

/** Stops for a while; what is verified and on its way into the folder goes on. */
export function pause(download: Download, reason: PauseReason): Step<Download> {
  switch (download.phase) {
    case "queued":
    case "planning":
    case "opening":
    case "receiving":
      return paused(download, reason);
    case "verifying":
    case "saving":
    case "done":
    case "conflict":
    case "paused":
    case "failed":
    case "cancelled":
      return unchanged(download);
    default:
      return download satisfies never;
  }
}

function paused(download: Download, reason: PauseReason): Step<Download> {
  const waiting = { ...givenUp(download), phase: "paused", reason } as const;
  return [waiting, [{ kind: "stop" }, { kind: "remember" }]];
}

function waitForKeys(download: Download): Step<Download> {
  const [waiting, effects] = paused(download, "credentials");
  return [waiting, [...effects, { kind: "credentials-expired" }]];
}

/** Stops because a person said so, with nothing left on this machine but what is saved already. */
export function cancel(download: Download): Step<Download> {
  if (download.phase === "done" || download.phase === "cancelled") return unchanged(download);
  return [
    { ...givenUp(download), kept: null, phase: "cancelled", skipped: false },
    [{ kind: "stop" }, ...CLEARED],
  ];
}

/** Leaves what has the name. */
export function skip(download: Download): Step<Download> {
  return [{ ...givenUp(download), kept: null, phase: "cancelled", skipped: true }, CLEARED];
}

/** Goes back to the queue; what is staged is used if the object is still the same. */
export function again(download: Download): Step<Download> {
  const receivedBytes = download.kept === null ? 0 : download.receivedBytes;
  const next: Queued = { ...givenUp(download), undecided: 0, receivedBytes, phase: "queued" };
  return [next, [{ kind: "remember" }, { kind: "plan" }]];
}

/** Another object has the key by now: begins anew, as long as that does not happen again and again. */
export function restart(download: Download): Step<Download> {
  const { bucket, key } = download.source;
  if (download.restarts >= MAX_RESTARTS) {
    return failDiscarding(download, failure("object_changed", { bucket, key }));
  }
  const fresh = { ...givenUp(download), kept: null, receivedBytes: 0, undecided: 0 };
  const next: Queued = { ...fresh, restarts: download.restarts + 1, phase: "queued" };
  return [next, [{ kind: "stop" }, { kind: "discard" }, { kind: "remember" }, { kind: "plan" }]];
}

/** It lies in the folder. */
export function done(download: Download, verified: string | null): Step<Download> {
  // Rows of finished ones stay by the thousand: what was stored, range by range, does not.
  const kept = download.kept && { ...download.kept, stored: NONE };
  return [{ ...common(download), kept, phase: "done", verified }, CLEARED];
}

const NONE: ReadonlySet<number> = new Set();

const CLEARED: readonly Effect[] = [{ kind: "discard" }, { kind: "forget" }];

/** The disk, for one, does not know whose bytes it could not take. */
function named({ source, path }: Download, reason: Failure): Failure {
  const { bucket, key } = source;
  return { ...reason, params: { bucket, key, path: path.join("/"), ...reason.params } };
}
