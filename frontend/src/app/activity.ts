/** Passes on what a person does: to the API as reports, and to Firebase Analytics if they agreed. */
import type { Api } from "@/api/client";
import type { Config } from "@/api/useConfig";
import { AnalyticsSwitch } from "@/features/activity/analytics/analyticsSwitch";
import type { ConsentStore } from "@/features/activity/analytics/consent";
import type { Deed } from "@/features/activity/deed";
import type { EndedTransfer, Transfers } from "@/transfer/transfers";
import { measuredConfig } from "./measuredConfig";

type Hear = (deed: Deed) => void;

/** Of one account, as its transfers are: what happened under it is reported with its bearer. */
interface Visit {
  readonly report: Hear;
  /** The bucket that was opened last. */
  bucket: string | null;
}

export class Activity {
  private analytics: AnalyticsSwitch | null = null;
  private readonly visits = new WeakMap<Transfers, Visit>();

  constructor(readonly consent: ConsentStore) {}

  /** Listens to the transfers of an account, whose calls `api` makes. */
  watch(transfers: Transfers, api: Api, config: Config): void {
    this.analytics ??= createSwitch(this.consent, config);
    const report = config.announces ? lazyReporter(api) : () => undefined;
    this.visits.set(transfers, { report, bucket: null });
    transfers.onEnded((ended) => {
      const deed = deedOf(ended);
      if (deed === null) return;
      report(deed);
      this.analytics?.hear(deed);
    });
  }

  /** A bucket is on the screen; coming back to it is no new visit. */
  bucketOpened(transfers: Transfers, bucket: string): void {
    const visit = this.visits.get(transfers);
    if (visit === undefined || visit.bucket === bucket) return;
    visit.bucket = bucket;
    visit.report({ kind: "bucket-opened", bucket });
    this.analytics?.hear({ kind: "bucket-opened", bucket });
  }

  /** The API has announced it already. */
  deleted(bucket: string, count: number): void {
    this.analytics?.hear({ kind: "deleted", bucket, count });
  }
}

function deedOf({ direction, bucket, key, size, failure }: EndedTransfer): Deed | null {
  if (direction === "upload" && failure !== null)
    return { kind: "upload-failed", bucket, key, size, code: failure };
  if (failure !== null) return null;
  return direction === "upload"
    ? { kind: "uploaded", bucket }
    : { kind: "downloaded", bucket, size };
}

/** Loaded with the first thing that it is told; what it cannot be told is lost without a word. */
function lazyReporter(api: Api): Hear {
  const load = async () => {
    const { createBrowserReporter } = await import("@/features/activity/report/browserReporter");
    return createBrowserReporter(api);
  };
  let reporter: ReturnType<typeof load> | null = null;
  return (deed) => {
    reporter ??= load();
    reporter
      .then((it) => {
        it.hear(deed);
      })
      .catch(() => undefined);
  };
}

function createSwitch(consent: ConsentStore, config: Config): AnalyticsSwitch | null {
  const measured = measuredConfig(config);
  if (measured === null) return null;
  return new AnalyticsSwitch({
    consent,
    start: async (isAgreed) => {
      const { startAnalytics } = await import("@/features/activity/analytics/startAnalytics");
      return startAnalytics(measured, isAgreed);
    },
    forget: async () => {
      const { forgetCookies } = await import("@/features/activity/analytics/cookies");
      forgetCookies(document, measured.measurementId);
    },
  });
}
