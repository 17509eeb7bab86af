/** Keeps the screen, and so the machine, awake while something moves. */
import type { Transfers } from "../transfers";

/** Where the browser cannot, or may not with a low battery, the machine may fall asleep. */
export function keepAwake(transfers: Pick<Transfers, "subscribe" | "getSnapshot">): void {
  let lock: Promise<WakeLockSentinel | null> | null = null;
  const look = () => {
    const { active, offline } = transfers.getSnapshot().totals;
    if (active === 0 || offline) {
      void lock?.then((held) => held?.release());
      lock = null;
    } else if (document.visibilityState === "visible") {
      lock ??= request();
    }
  };
  transfers.subscribe(look);
  document.addEventListener("visibilitychange", () => {
    // The browser has taken it away from the page that was hidden.
    lock = null;
    look();
  });
}

async function request(): Promise<WakeLockSentinel | null> {
  try {
    return await navigator.wakeLock.request("screen");
  } catch {
    return null;
  }
}
