/** Makes the browser ask before a page is left that still has transfers to finish. */
import type { Transfers } from "../transfers";
import { unfinishedCount } from "../unfinished";

export function warnBeforeLeaving(transfers: Pick<Transfers, "getSnapshot">): void {
  addEventListener("beforeunload", (event) => {
    if (unfinishedCount(transfers.getSnapshot()) > 0) event.preventDefault();
  });
}
