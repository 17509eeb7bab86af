/** What the person did, by bucket and day; loaded when it is first opened. */
import { useTranslations } from "use-intl";
import { useSearchParams } from "wouter";
import { useConfig } from "@/api/useConfig";
import { Statistics } from "@/features/activity/statistics/Statistics";
import { StatisticsOff } from "@/features/activity/statistics/StatisticsOff";
import { bucketPath } from "./routes";
import {
  readStatisticsAddress,
  writeStatisticsAddress,
  type StatisticsAddress,
} from "./statisticsAddress";
import { useTitle } from "./useTitle";

export function StatisticsPage() {
  const t = useTranslations("statistics");
  const [search, setSearch] = useSearchParams();
  const { data: config } = useConfig();
  useTitle(t("title"));
  if (config === undefined) return null; // the main area waits for it before any page
  const address = readStatisticsAddress(search);
  const change = (part: Partial<StatisticsAddress>) => {
    setSearch(writeStatisticsAddress({ ...address, ...part }), { replace: true });
  };
  return (
    <div className="relative min-h-0 flex-1 overflow-y-auto">
      {config.statistics.store === "off" ? (
        <>
          <h1 className="sr-only">{t("title")}</h1>
          <StatisticsOff />
        </>
      ) : (
        <Statistics
          {...address}
          timeZone={config.statistics.timeZone}
          onPeriod={(period) => {
            change({ period });
          }}
          onBucket={(bucket) => {
            change({ bucket });
          }}
          hrefOf={bucketPath}
        />
      )}
    </div>
  );
}
