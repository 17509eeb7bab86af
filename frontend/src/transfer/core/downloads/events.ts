/** What can happen to a download, and what it can ask the world to do. */
import type { S3Answer } from "../answer";
import type { Failure } from "../failure";
import type { SignedUrl } from "../plan";
import type { PauseReason } from "./download";
import type { LocalPath, RemoteObject } from "./object";

export type DownloadPlan =
  | { readonly kind: "ready"; readonly object: RemoteObject; readonly request: SignedUrl }
  | { readonly kind: "refused"; readonly failure: Failure };

/** A range: all of it is stored (status 200 or 206), or S3's refusal, or nothing. */
export type RangeAnswer = S3Answer | { readonly kind: "unstored"; readonly failure: Failure };

/** `algorithm` null: S3 gave nothing to compare with but the size. */
export type Verification =
  | { readonly kind: "matched"; readonly algorithm: string | null }
  | { readonly kind: "mismatched"; readonly algorithm: string }
  | { readonly kind: "unreadable"; readonly failure: Failure };

export type Answered = Extract<DownloadEvent, { kind: "answered" }>;

export type DownloadEvent =
  | { readonly kind: "plan-asked" }
  /** The name that was free when it was looked for. */
  | { readonly kind: "named"; readonly path: LocalPath }
  /** Something has the local name. */
  | { readonly kind: "taken"; readonly attempt: number }
  | { readonly kind: "planned"; readonly plan: DownloadPlan; readonly random: number }
  /** The API could not be asked, or would not plan anything. */
  | { readonly kind: "plan-unanswered"; readonly failure: Failure }
  /** Staging is ready; `kept`: with what was stored before. */
  | { readonly kind: "opened"; readonly attempt: number; readonly kept: boolean }
  | { readonly kind: "connection-granted"; readonly now: number }
  | { readonly kind: "progressed"; readonly range: number; readonly loaded: number }
  | {
      readonly kind: "answered";
      readonly range: number;
      readonly answer: RangeAnswer;
      readonly online: boolean;
      /** Whether any request ever got an answer from the bucket: else silence may be its own doing. */
      readonly reached: boolean;
      readonly now: number;
      /** In [0, 1). */
      readonly random: number;
    }
  | { readonly kind: "waited"; readonly range: number }
  /** The wait of `later` is over. */
  | { readonly kind: "due" }
  | { readonly kind: "verified"; readonly attempt: number; readonly verification: Verification }
  | { readonly kind: "saved"; readonly attempt: number }
  /** Something that waiting would not mend; `attempt` null: if it needs S3 yet. */
  | { readonly kind: "failed"; readonly attempt: number | null; readonly failure: Failure }
  | { readonly kind: "paused"; readonly reason: PauseReason }
  | { readonly kind: "resumed" }
  | { readonly kind: "cancelled" }
  | { readonly kind: "retried" }
  | { readonly kind: "resolved"; readonly choice: "replace" | "keep-both" | "skip" };

export type Effect =
  /** Wait for a place in a call that plans a batch of downloads. */
  | { readonly kind: "plan" }
  /** Make staging ready. */
  | { readonly kind: "open" }
  | {
      readonly kind: "fetch";
      readonly range: number;
      readonly request: SignedUrl;
      readonly from: number;
      readonly to: number;
    }
  /** Say `waited` for the range after `ms` milliseconds. */
  | { readonly kind: "wait"; readonly range: number; readonly ms: number }
  /** Say `due` after `ms` milliseconds. */
  | { readonly kind: "later"; readonly ms: number }
  /** Find out why the bucket gives no answer that a page may see. */
  | { readonly kind: "diagnose" }
  /** The account's keys have expired: nobody else need try them. */
  | { readonly kind: "credentials-expired" }
  /** Stop every request and every wait of this download. */
  | { readonly kind: "stop" }
  /** Compare what is staged with what S3 says of the object. */
  | { readonly kind: "verify" }
  /** Put the bytes into the local folder, or make the folder. */
  | { readonly kind: "save" }
  /** Free what is staged. */
  | { readonly kind: "discard" }
  /** Remember the download, so that a reload goes on with it. */
  | { readonly kind: "remember" }
  | { readonly kind: "remember-range"; readonly range: number }
  | { readonly kind: "forget" };

/** The download afterwards, and what the world has to do. */
export type Step<State> = readonly [State, readonly Effect[]];
