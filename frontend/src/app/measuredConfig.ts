/** Whether this deployment has Firebase Analytics. */
import type { Config } from "@/api/useConfig";
import type { MeasuredConfig } from "@/features/activity/analytics/firebaseAnalytics";

/** Firebase's web config if it names a property of Google Analytics, else null. */
export function measuredConfig({ firebase }: Config): MeasuredConfig | null {
  const measurementId = firebase?.["measurementId"] ?? "";
  return measurementId === "" ? null : { ...firebase, measurementId };
}
