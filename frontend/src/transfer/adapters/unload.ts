/** Makes the browser ask before a page is left that still has transfers to finish. */
import type { Transfers } from "../transfers";
import { wouldMissPage } from "../unfinished";

export function warnBeforeLeaving(transfers: Pick<Transfers, "getSnapshot">): void {
  addEventListener("beforeunload", (event) => {
    if (wouldMissPage(transfers.getSnapshot())) event.preventDefault();
  });
}
