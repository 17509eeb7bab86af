/** What the caller did in which bucket on which day: chart, tables, and a file for spreadsheets. */
import { RotateCw } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { FailurePanel } from "@/locales/FailurePanel";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { Skeleton } from "@/ui/Skeleton";
import { BucketChoice } from "./BucketChoice";
import { dayIn } from "./day";
import { ExportButton } from "./ExportButton";
import { rangeOf, type Period } from "./period";
import { PeriodChoice } from "./PeriodChoice";
import { StatisticsContent } from "./StatisticsContent";
import { useActivity } from "./useActivity";

export interface StatisticsProps {
  /** In which days begin and end. */
  readonly timeZone: string;
  readonly period: Period;
  readonly onPeriod: (period: Period) => void;
  /** Null: all of them. */
  readonly bucket: string | null;
  readonly onBucket: (bucket: string | null) => void;
  readonly hrefOf: (bucket: string) => string;
}

export function Statistics({ timeZone, period, bucket, hrefOf, ...on }: StatisticsProps) {
  const t = useTranslations("statistics");
  const common = useTranslations("common");
  const [now, setNow] = useState(Date.now);
  const today = dayIn(timeZone, now);
  const activity = useActivity(rangeOf(period, today));
  const refresh = () => {
    setNow(Date.now());
    void activity.refetch();
  };
  const all = activity.data?.counts;
  const shown = useMemo(
    () => all?.filter((each) => bucket === null || each.bucket === bucket),
    [all, bucket],
  );
  const buckets = useMemo(() => [...new Set(all?.map((each) => each.bucket))], [all]);
  return (
    <div className="flex flex-col gap-4 px-4 pt-2 pb-12">
      <div>
        <div className="flex min-h-control flex-wrap items-center gap-x-2">
          <h1 className="flex-1 text-lg font-semibold">{t("title")}</h1>
          {activity.data && shown && shown.length > 0 && (
            <ExportButton range={activity.data} bucket={bucket} counts={shown} />
          )}
          <IconButton
            label={t(activity.isFetching ? "refreshing" : "refresh")}
            icon={
              <RotateCw
                size={16}
                aria-hidden
                className={activity.isFetching ? "animate-spin" : ""}
              />
            }
            onPress={refresh}
          />
        </div>
        <p className="text-ink-soft">{t("lead")}</p>
      </div>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <PeriodChoice period={period} today={today} onChange={on.onPeriod} />
        <BucketChoice bucket={bucket} buckets={buckets} onChange={on.onBucket} />
      </div>
      {activity.error && (
        <FailurePanel
          error={activity.error}
          actions={<Button onPress={refresh}>{common("retry")}</Button>}
        />
      )}
      {activity.isLoading && <Skeleton rows={8} label={t("loading")} />}
      {activity.data && shown && (
        <StatisticsContent
          activity={activity.data}
          counts={shown}
          bucket={bucket}
          hrefOf={hrefOf}
          onAllBuckets={() => {
            on.onBucket(null);
          }}
        />
      )}
    </div>
  );
}
