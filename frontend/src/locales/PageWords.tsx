/** Adds the words that only some pages need to those that every screen has. */
import { use, useMemo, type ReactNode } from "react";
import { IntlProvider, useLocale, useMessages } from "use-intl";
import { loadPageMessages, type Locale, type PageMessages } from "./messages";

const loading = new Map<Locale, Promise<PageMessages>>();

function messagesOf(locale: Locale): Promise<PageMessages> {
  const started = loading.get(locale) ?? loadPageMessages(locale);
  loading.set(locale, started);
  return started;
}

/** Begins to load them before something that needs them is shown; what fails is tried again then. */
export function preloadPageWords(locale: Locale): void {
  messagesOf(locale).catch(() => loading.delete(locale));
}

/** Suspends until they are here. */
export function PageWords({ children }: { readonly children: ReactNode }) {
  const locale = useLocale();
  const everywhere = useMessages();
  const here = use(messagesOf(locale));
  const messages = useMemo(() => ({ ...everywhere, ...here }), [everywhere, here]);
  return (
    <IntlProvider locale={locale} messages={messages}>
      {children}
    </IntlProvider>
  );
}
