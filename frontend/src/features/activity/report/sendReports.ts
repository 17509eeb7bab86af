/** Sends reports to the API, also when the page ends meanwhile. */
import { ApiError } from "@/api/ApiError";
import { bodyOf, type Api } from "@/api/client";
import type { Outcome } from "./outbox";
import type { Report } from "./report";

/** Statuses after which the same call may succeed: new keys, other times. */
const passing: ReadonlySet<number> = new Set([401, 408, 429]);

/** Never throws. */
export async function sendReports(api: Api, reports: readonly Report[]): Promise<Outcome> {
  try {
    const body = { reports: [...reports] };
    const { notified } = await bodyOf(api.POST("/api/activity", { body, keepalive: true }));
    return { kind: "answered", announced: notified };
  } catch (error) {
    const status = error instanceof ApiError ? error.status : 0;
    const isRefusal = status >= 400 && status < 500 && !passing.has(status);
    return { kind: isRefusal ? "refused" : "unanswered" };
  }
}
