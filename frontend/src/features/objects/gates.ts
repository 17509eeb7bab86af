/** What S3 would refuse at a place, as far as that is known before it is tried. */
import type { ReactNode } from "react";

export interface Gates {
  /** Why nothing can be uploaded here; null when it may be tried. */
  readonly upload: string | null;
  /** Why nothing can be downloaded from here; null when it may be tried. */
  readonly download: string | null;
  /** Why nothing can be deleted here; null only when it is known to be allowed. */
  readonly delete: string | null;
  /** Leads on from such a reason. */
  readonly more: ReactNode;
  /** Has a deletion tried where nobody knows whether it is allowed. */
  readonly tryDeletion?: ReactNode;
}
