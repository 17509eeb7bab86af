/** The reducer of one download: what happened, what it becomes, what the world has to do next. */
import { failure, type Failure } from "../failure";
import { backoff, MAX_UNDECIDED, SLOW_BASE_MS } from "../retry";
import { isUndecided } from "../undecided";
import { common, type Download, givenUp, type Kept, type Queued, type Receiving } from "./download";
import {
  again,
  cancel,
  conflict,
  done,
  fail,
  failDiscarding,
  pause,
  restart,
  skip,
  unchanged,
} from "./endings";
import type { DownloadEvent, Step, Verification } from "./events";
import type { RemoteObject } from "./object";
import { rangeSizeOf } from "./ranges";
import { addUrl, progress, startReceiving, useConnection } from "./receiving";
import { endBackoff, settle } from "./settling";

type Planned = Extract<DownloadEvent, { kind: "planned" }>;
type Choice = Extract<DownloadEvent, { kind: "resolved" }>["choice"];

/** Pure: time and randomness come with the event, effects are data. */
export function step(download: Download, event: DownloadEvent): Step<Download> {
  switch (event.kind) {
    case "plan-asked":
      return planAsked(download);
    case "named":
      return isNamed(download) ? [{ ...download, path: event.path }, []] : unchanged(download);
    case "taken":
      return taken(download, event.attempt);
    case "planned":
      return planned(download, event);
    case "plan-unanswered":
      return isPlanned(download) ? fail(download, event.failure) : unchanged(download);
    case "opened":
      return download.phase === "opening" && download.attempt === event.attempt
        ? startReceiving(download, event.kept)
        : unchanged(download);
    case "connection-granted":
      return whileReceiving(download, (receiving) => useConnection(receiving, event.now));
    case "progressed":
      return whileReceiving(download, (receiving) => {
        return progress(receiving, event.range, event.loaded);
      });
    case "answered":
      return whileReceiving(download, (receiving) => settle(receiving, event));
    case "waited":
      return whileReceiving(download, (receiving) => endBackoff(receiving, event.range));
    case "due":
      return download.phase === "queued" ? [download, [{ kind: "plan" }]] : unchanged(download);
    case "verified":
      return verified(download, event.attempt, event.verification);
    case "saved":
      return download.phase === "saving" && download.attempt === event.attempt
        ? done(download, download.verified)
        : unchanged(download);
    case "failed":
      return failed(download, event.attempt, event.failure);
    case "paused":
      return pause(download, event.reason);
    case "resumed":
      return download.phase === "paused" ? again(download) : unchanged(download);
    case "cancelled":
      return cancel(download);
    case "retried":
      return retried(download);
    case "resolved":
      return download.phase === "conflict" ? resolved(download, event.choice) : unchanged(download);
    default:
      return event satisfies never;
  }
}

function whileReceiving(
  download: Download,
  next: (receiving: Receiving) => Step<Download>,
): Step<Download> {
  return download.phase === "receiving" ? next(download) : unchanged(download);
}

/** Whether the answer of a call that plans is for it. */
function isPlanned(download: Download): boolean {
  return (
    download.phase === "planning" || (download.phase === "receiving" && download.request === null)
  );
}

function planAsked(download: Download): Step<Download> {
  if (download.phase !== "queued") return unchanged(download);
  if (!download.source.isFolder) return [{ ...common(download), phase: "planning" }, []];
  return [{ ...common(download), phase: "saving", verified: null }, [{ kind: "save" }]];
}

function planned(download: Download, { plan, random }: Planned): Step<Download> {
  if (!isPlanned(download)) return unchanged(download);
  if (plan.kind === "refused") return refused(download, plan.failure, random);
  const { kept } = download;
  if (kept !== null && kept.object.etag !== plan.object.etag) return restart(download);
  if (download.phase === "receiving") return addUrl(download, plan.request);
  const opening = { ...common(download), undecided: 0, kept: kept ?? nothingOf(plan.object) };
  return [{ ...opening, phase: "opening", request: plan.request }, [{ kind: "open" }]];
}

function nothingOf(object: RemoteObject): Kept {
  return { object, rangeSize: rangeSizeOf(object.size), stored: new Set(), storedBytes: 0 };
}

function refused(download: Download, reason: Failure, random: number): Step<Download> {
  const undecided = download.undecided + 1;
  if (!isUndecided(reason) || undecided >= MAX_UNDECIDED) return fail(download, reason);
  const ms = backoff(undecided, SLOW_BASE_MS, random);
  const later: Queued = { ...givenUp(download), undecided, phase: "queued" };
  return [later, [{ kind: "stop" }, { kind: "later", ms }]];
}

function verified(download: Download, attempt: number, verification: Verification): Step<Download> {
  if (download.phase !== "verifying" || download.attempt !== attempt) return unchanged(download);
  const { bucket, key } = download.source;
  switch (verification.kind) {
    case "matched": {
      const saving = { ...common(download), verified: verification.algorithm };
      return [{ ...saving, phase: "saving" }, [{ kind: "save" }]];
    }
    case "mismatched": {
      const { algorithm } = verification;
      return failDiscarding(download, failure("checksum_mismatch", { bucket, key, algorithm }));
    }
    case "unreadable":
      return fail(download, verification.failure);
    default:
      return verification satisfies never;
  }
}

/** Whether its local name is being looked at. */
function isNamed(download: Download): boolean {
  return download.phase === "planning" || download.phase === "saving";
}

function taken(download: Download, attempt: number): Step<Download> {
  const isAsked = isNamed(download) && download.attempt === attempt;
  return isAsked ? conflict(download) : unchanged(download);
}

function failed(download: Download, attempt: number | null, reason: Failure): Step<Download> {
  if (attempt !== null && attempt !== download.attempt) return unchanged(download);
  switch (download.phase) {
    case "queued":
    case "planning":
    case "opening":
    case "receiving":
      return fail(download, reason);
    case "verifying":
    case "saving":
      // What all downloads of a bucket are told concerns their requests, and these have all ended.
      return attempt === null ? unchanged(download) : fail(download, reason);
    case "paused":
    case "done":
    case "conflict":
    case "failed":
    case "cancelled":
      return unchanged(download);
    default:
      return download satisfies never;
  }
}

function retried(download: Download): Step<Download> {
  if (download.phase !== "failed" && download.phase !== "cancelled") return unchanged(download);
  return again({ ...download, restarts: 0 });
}

function resolved(download: Download, choice: Choice): Step<Download> {
  if (choice === "skip") return skip(download);
  return again({ ...download, path: download.source.path, onTaken: choice });
}
