/** What the main area shows at each address. */
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Link, Route, Switch } from "wouter";
import type { Transfers } from "@/transfer/transfers";
import { EmptyState } from "@/ui/EmptyState";
import { BucketPage } from "./BucketPage";
import { bucketPattern } from "./routes";

export interface PagesProps {
  readonly transfers: Transfers;
  /** Stands at `/` where there is no room for it beside the page. */
  readonly buckets: ReactNode;
}

export function Pages({ transfers, buckets }: PagesProps) {
  return (
    <Switch>
      <Route path="/">
        <div className="min-h-0 flex-1 lg:hidden">{buckets}</div>
        <div className="hidden lg:block">
          <Welcome />
        </div>
      </Route>
      <Route path={bucketPattern}>
        {({ bucket }) => <BucketPage bucket={bucket} transfers={transfers} />}
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}

function Welcome() {
  const t = useTranslations("app");
  return <EmptyState title={t("welcome")}>{t("welcomeBody")}</EmptyState>;
}

function NotFound() {
  const t = useTranslations("app");
  const home = (
    <Link href="/" className="text-accent-ink underline">
      {t("home")}
    </Link>
  );
  return (
    <EmptyState title={t("notFound")} action={home}>
      {t("notFoundBody")}
    </EmptyState>
  );
}
