/** Sends pieces: which one goes next, with which URL, and when more URLs are needed. */
import { sendingOf, withSentBytes } from "./acknowledging";
import { type Step, unchanged } from "./endings";
import type { Effect } from "./events";
import { type MultipartPlan, type PutPlan, pieceCount, pieceRange, usable } from "./plan";
import type { SignedUrl } from "./plan";
import { common, type Planning, type Sending, type Upload } from "./upload";

/** URLs are asked for this many parts at once, and again when fewer than LOW_STOCK are left. */
const SIGN_AHEAD = 32;
const LOW_STOCK = 8;

/** Begins to send what the API has planned. */
export function startSending(upload: Planning, plan: PutPlan | MultipartPlan, now: number): Step {
  const acked = Array.from({ length: pieceCount(plan) }, () => null);
  const sending = sendingOf({ ...common(upload), undecided: 0 }, plan, acked);
  const signed = plan.kind === "put" ? new Map([[1, plan.request]]) : sending.signed;
  return signMore({ ...sending, signed }, now);
}

/** Whether the upload could use one more connection right now. */
export function wantsConnection(upload: Upload): boolean {
  return upload.phase === "sending" && nextPart(upload) !== null;
}

function nextPart(upload: Sending): number | null {
  const again = upload.again.find((part) => upload.signed.has(part));
  if (again !== undefined) return again;
  return upload.signed.has(upload.next) && upload.next <= upload.acked.length ? upload.next : null;
}

/** Uses a connection: sends the next piece, or renews URLs that lay unused for too long. */
export function useConnection(upload: Sending, now: number): Step {
  const part = nextPart(upload);
  const request = part === null ? undefined : upload.signed.get(part);
  if (part === null || request === undefined) return unchanged(upload);
  if (!usable(request, now)) return renewUrls(upload, now);
  const sending: Sending = {
    ...upload,
    inFlight: new Map(upload.inFlight).set(part, 0),
    again: upload.again.filter((other) => other !== part),
    next: part === upload.next ? part + 1 : upload.next,
  };
  const range = pieceRange(upload.plan, part, upload.source.size);
  const [signing, effects] = signMore(sending, now);
  return [signing, [{ kind: "send", part, request, ...range }, ...effects]];
}

function renewUrls(upload: Sending, now: number): Step {
  if (upload.plan.kind === "put") {
    return [{ ...common(upload), phase: "queued" }, [{ kind: "plan" }]];
  }
  const fresh = [...upload.signed].filter(([, request]) => usable(request, now));
  return signMore({ ...upload, signed: new Map(fresh) }, now);
}

/** Asks for URLs of the next parts when few are left. A PUT's only URL came with its plan. */
export function signMore(upload: Sending, now: number): Step {
  if (upload.plan.kind === "put" || upload.signing) return unchanged(upload);
  const end = Math.min(upload.next + SIGN_AHEAD - 1, upload.acked.length);
  const coming = Array.from({ length: end - upload.next + 1 }, (_, i) => upload.next + i);
  const unsent = [...upload.again, ...coming].slice(0, SIGN_AHEAD);
  const partNumbers = unsent.filter((part) => !hasUrl(upload, part, now));
  const enough = unsent.length - partNumbers.length >= LOW_STOCK && nextPart(upload) !== null;
  if (partNumbers.length === 0 || enough) return unchanged(upload);
  const effect: Effect = { kind: "sign", attempt: upload.attempt, partNumbers };
  return [{ ...upload, signing: true }, [effect]];
}

function hasUrl(upload: Sending, part: number, now: number): boolean {
  const request = upload.signed.get(part);
  return request !== undefined && usable(request, now);
}

/** Takes in URLs that the API has signed. */
export function addUrls(upload: Sending, parts: ReadonlyMap<number, SignedUrl>): Step {
  return [{ ...upload, signing: false, signed: new Map([...upload.signed, ...parts]) }, []];
}

/** Notes that `loaded` bytes of a part are on their way. */
export function progress(upload: Sending, part: number, loaded: number): Step {
  if (!upload.inFlight.has(part)) return unchanged(upload);
  return [withSentBytes({ ...upload, inFlight: new Map(upload.inFlight).set(part, loaded) }), []];
}
