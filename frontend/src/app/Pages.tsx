/** What the main area shows at each address. */
import { useTranslations } from "use-intl";
import { Link, Route, Switch } from "wouter";
import { EmptyState } from "@/ui/EmptyState";

export function Pages() {
  const t = useTranslations("app");
  return (
    <main id="content" tabIndex={-1} className="flex min-h-0 min-w-0 flex-col outline-none">
      <Switch>
        <Route path="/">
          <EmptyState title={t("welcome")}>{t("welcomeBody")}</EmptyState>
        </Route>
        <Route>
          <EmptyState
            title={t("notFound")}
            action={
              <Link href="/" className="text-accent-ink underline">
                {t("home")}
              </Link>
            }
          >
            {t("notFoundBody")}
          </EmptyState>
        </Route>
      </Switch>
    </main>
  );
}
