/** The composition root: analytics in a real browser. */
import { browserClock } from "@/transfer/adapters/clock";
import { onHidden } from "../onHidden";
import { Analytics } from "./analytics";
import { firebaseAnalytics, type MeasuredConfig } from "./firebaseAnalytics";

export async function startAnalytics(
  webConfig: MeasuredConfig,
  isAgreed: () => boolean,
): Promise<Analytics | null> {
  const port = await firebaseAnalytics(webConfig, isAgreed);
  if (port === null) return null;
  const analytics = new Analytics(port, browserClock);
  onHidden(() => {
    analytics.flush();
  });
  return analytics;
}
