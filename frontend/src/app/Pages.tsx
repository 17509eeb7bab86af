/** What the main area shows at each address. */
import { lazy, Suspense, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Link, Route, Switch } from "wouter";
import { useStaleListings } from "@/features/objects/useStaleListings";
import { PageWords } from "@/locales/PageWords";
import type { Transfers } from "@/transfer/transfers";
import { EmptyState } from "@/ui/EmptyState";
import { Skeleton } from "@/ui/Skeleton";
import { BucketPage } from "./BucketPage";
import {
  bucketPattern,
  corsPattern,
  permissionsPattern,
  settingsPattern,
  statisticsPattern,
  unfinishedPattern,
} from "./routes";

const CorsPage = lazy(async () => ({ default: (await import("./CorsPage")).CorsPage }));
const PermissionsPage = lazy(async () => ({
  default: (await import("./PermissionsPage")).PermissionsPage,
}));
const SettingsPage = lazy(async () => ({
  default: (await import("./SettingsPage")).SettingsPage,
}));
const StatisticsPage = lazy(async () => ({
  default: (await import("./StatisticsPage")).StatisticsPage,
}));
const UnfinishedPage = lazy(async () => ({
  default: (await import("./UnfinishedPage")).UnfinishedPage,
}));

export interface PagesProps {
  readonly transfers: Transfers;
  /** What stands at `/`. */
  readonly home: ReactNode;
}

export function Pages({ transfers, home }: PagesProps) {
  const t = useTranslations("app");
  useStaleListings(transfers);
  return (
    <Switch>
      <Route path="/">
        <h1 className="sr-only">{t("name")}</h1>
        {home}
      </Route>
      <Route path={bucketPattern}>
        {({ bucket }) => <BucketPage bucket={bucket} transfers={transfers} />}
      </Route>
      <Route path={corsPattern}>
        {({ bucket }) => (
          <BesidePage>
            <CorsPage bucket={bucket} />
          </BesidePage>
        )}
      </Route>
      <Route path={unfinishedPattern}>
        {({ bucket }) => (
          <BesidePage>
            <UnfinishedPage bucket={bucket} transfers={transfers} />
          </BesidePage>
        )}
      </Route>
      <Route path={permissionsPattern}>
        <BesidePage>
          <PermissionsPage />
        </BesidePage>
      </Route>
      <Route path={statisticsPattern}>
        <BesidePage>
          <StatisticsPage />
        </BesidePage>
      </Route>
      <Route path={settingsPattern}>
        <BesidePage>
          <SettingsPage />
        </BesidePage>
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}

/** A page beside browsing, which comes with words of its own. */
function BesidePage({ children }: { readonly children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <Suspense fallback={<Skeleton label={t("loading")} />}>
      <PageWords>{children}</PageWords>
    </Suspense>
  );
}

function NotFound() {
  const t = useTranslations("app");
  const home = (
    <Link href="/" className="text-accent-ink underline">
      {t("home")}
    </Link>
  );
  return (
    <>
      <h1 className="sr-only">{t("notFound")}</h1>
      <EmptyState title={t("notFound")} action={home}>
        {t("notFoundBody")}
      </EmptyState>
    </>
  );
}
