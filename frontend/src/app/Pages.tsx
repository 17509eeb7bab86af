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
  /** What stands at `/`. */
  readonly home: ReactNode;
}

export function Pages({ transfers, home }: PagesProps) {
  return (
    <Switch>
      <Route path="/">{home}</Route>
      <Route path={bucketPattern}>
        {({ bucket }) => <BucketPage bucket={bucket} transfers={transfers} />}
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
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
    <EmptyState title={t("notFound")} action={home}>
      {t("notFoundBody")}
    </EmptyState>
  );
}
