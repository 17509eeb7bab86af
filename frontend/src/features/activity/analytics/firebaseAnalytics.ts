/** Firebase Analytics; its code and Google's gtag.js are loaded only once a person has agreed. */
import {
  initializeAnalytics,
  isSupported,
  logEvent,
  setAnalyticsCollectionEnabled,
  setConsent,
  setDefaultEventParameters,
} from "firebase/analytics";
import { setLogLevel } from "firebase/app";
import { firebaseApp, type WebConfig } from "@/firebase/app";
import type { AnalyticsPort } from "./analytics";

export interface MeasuredConfig extends WebConfig {
  readonly measurementId: string;
}

/**
 * In place of the real address, title and referrer, which name buckets and keys. The referrer is no
 * empty string, for which a library might put in the real one.
 */
function maskedPage() {
  const home = `${location.origin}/`;
  return { page_location: home, page_title: "S3 Loader", page_referrer: home };
}

const settings = {
  send_page_view: false,
  allow_google_signals: false,
  allow_ad_personalization_signals: false,
  cookie_domain: "none", // this host alone, not all of its domain
  ...(import.meta.env.DEV && { debug_mode: true }),
};

/** Null where the browser lacks what it needs, or `isAgreed` says no before anything was sent. */
export async function firebaseAnalytics(
  webConfig: MeasuredConfig,
  isAgreed: () => boolean,
): Promise<AnalyticsPort | null> {
  // A blocker's work is nothing to tell a person about.
  setLogLevel("silent");
  const app = await firebaseApp(webConfig);
  if (!(await isSupported()) || !isAgreed()) return null;
  const page = maskedPage();
  setConsent({
    ad_storage: "denied",
    ad_user_data: "denied",
    ad_personalization: "denied",
    analytics_storage: "granted",
  });
  setDefaultEventParameters(page);
  const analytics = initializeAnalytics(app, { config: { ...settings, ...page } });
  const setEnabled = (isEnabled: boolean) => {
    disable(webConfig.measurementId, !isEnabled);
    setAnalyticsCollectionEnabled(analytics, isEnabled);
  };
  // Also hears it, so that nobody else does, when the SDK cannot start.
  setEnabled(true);
  return {
    log: (name, params) => {
      logEvent(analytics, name as string, { ...params, ...page });
    },
    setEnabled,
  };
}

/** At once: the SDK would do it only when it has started. */
function disable(measurementId: string, isDisabled: boolean): void {
  Object.assign(globalThis, { [`ga-disable-${measurementId}`]: isDisabled });
}
