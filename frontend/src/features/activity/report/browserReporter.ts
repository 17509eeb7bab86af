/** The composition root: a reporter in a real browser. */
import type { Api } from "@/api/client";
import { browserClock } from "@/transfer/adapters/clock";
import { onHidden } from "../onHidden";
import { Reporter } from "./reporter";
import { sendReports } from "./sendReports";

/** It lasts as long as the page. */
export function createBrowserReporter(api: Api): Reporter {
  const reporter = new Reporter({
    // A clock that somebody sets would move what happened.
    clock: { ...browserClock, now: () => performance.now() },
    random: Math.random,
    newId,
    send: (reports) => sendReports(api, reports),
    onDropped: (count) => {
      console.warn(`S3 Loader: ${count} reports of activity were dropped.`);
    },
  });
  onHidden(() => {
    reporter.flush();
  });
  return reporter;
}

/** 128 random bits; `randomUUID` is for secure contexts alone. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
