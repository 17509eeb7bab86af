/** Why something would be refused at this place, as far as that is known. */
import type { ReactNode } from "react";

export interface Refusals {
  /** Null when it may be tried. */
  readonly resume: string | null;
  /** Null when it may be tried. */
  readonly abort: string | null;
  /** Leads on from either. */
  readonly more: ReactNode;
}
