/** The statistics that have arrived, of all buckets or one. */
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { Chart } from "./Chart";
import { CountsTable } from "./CountsTable";
import { NothingDone, type NothingDoneProps } from "./NothingDone";
import { sumOf, sumsByBucket, type DayCounts } from "./sums";
import type { Activity } from "./useActivity";

export interface StatisticsContentProps extends NothingDoneProps {
  readonly activity: Activity;
  /** Of these buckets. */
  readonly counts: readonly DayCounts[];
  readonly hrefOf: (bucket: string) => string;
}

export function StatisticsContent(props: StatisticsContentProps) {
  const { activity, counts, bucket, hrefOf, onAllBuckets } = props;
  const t = useTranslations("statistics");
  const sum = useMemo(() => sumOf(counts), [counts]);
  const byBucket = useMemo(() => sumsByBucket(counts), [counts]);
  return (
    <>
      {counts.length === 0 ? (
        <NothingDone bucket={bucket} onAllBuckets={onAllBuckets} />
      ) : (
        <>
          <Chart
            key={`${activity.first} ${activity.last}`}
            range={activity}
            counts={counts}
            sum={sum}
          />
          <CountsTable title={t("byBucket")} rows={byBucket} lead={["bucket"]} hrefOf={hrefOf} />
          <CountsTable title={t("byDay")} rows={counts} lead={["day", "bucket"]} />
        </>
      )}
      <p className="text-xs text-ink-soft">
        {t("store.zone", { timeZone: activity.timeZone })} {t(`store.${activity.store}`)}
      </p>
    </>
  );
}
