/** Makes the browser ask before a page is left while something moves. */
import type { Transfers } from "../transfers";

export function warnBeforeLeaving(transfers: Pick<Transfers, "getSnapshot">): void {
  addEventListener("beforeunload", (event) => {
    const { waiting, active } = transfers.getSnapshot().totals;
    if (waiting + active > 0) event.preventDefault();
  });
}
