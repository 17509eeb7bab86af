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
  const t = useTranslations("app");
  return (
    <Switch>
      <Route path="/">
        <h1 className="sr-only">{t("name")}</h1>
        {home}
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
