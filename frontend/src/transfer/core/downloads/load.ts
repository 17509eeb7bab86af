/** How much a download weighs on what decides about planning and fetching. */
import { type Download, sizeOf } from "./download";
import { LARGEST_WHOLE } from "./ranges";

export interface Load {
  /** Downloads that have not begun: of trees no more are listed while these are many. */
  readonly waiting: number;
  /** Large downloads under way: each needs room on the disk twice. */
  readonly larges: number;
  /** Small downloads that are planned, or about to be, and not on their way. */
  readonly ready: number;
  /** Small downloads on their way, or about to be saved. */
  readonly ending: number;
}

export const NO_LOAD: Load = { waiting: 0, larges: 0, ready: 0, ending: 0 };

const WAITING: Load = { ...NO_LOAD, waiting: 1 };
const LARGE: Load = { ...NO_LOAD, larges: 1 };
const READY: Load = { ...NO_LOAD, ready: 1 };
const ENDING: Load = { ...NO_LOAD, ending: 1 };

/** One request is all that it takes. */
export function isSmall(download: Download): boolean {
  return sizeOf(download) <= LARGEST_WHOLE;
}

/** What one download adds. */
export function loadOf(download: Download): Load {
  switch (download.phase) {
    case "queued":
    case "paused":
    case "conflict":
      return WAITING;
    case "planning":
    case "opening":
      return isSmall(download) ? READY : LARGE;
    case "receiving":
      if (!isSmall(download)) return LARGE;
      return download.inFlight.size === 0 ? READY : ENDING;
    case "verifying":
    case "saving":
      return isSmall(download) ? ENDING : LARGE;
    case "done":
    case "failed":
    case "cancelled":
      return NO_LOAD;
    default:
      return download satisfies never;
  }
}
