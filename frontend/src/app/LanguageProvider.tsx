/** The words of the chosen language, as far as they are needed; keeps `<html lang>` at it. */
import { use, useDeferredValue, useEffect, useMemo, type ReactNode } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { IntlProvider } from "use-intl";
import { loadMessages, type Locale, type Messages } from "@/locales/messages";
import { useLoadedPageWords } from "@/locales/PageWords";
import { language } from "./language";
import { useStoredChoice } from "./storedChoice";

const loading = new Map<Locale, Promise<Messages>>();

function messagesOf(locale: Locale): Promise<Messages> {
  const started = loading.get(locale) ?? loadMessages(locale);
  loading.set(locale, started);
  return started;
}

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  // Deferred: the words on the screen stay until those of the other language are here.
  const locale = useDeferredValue(useStoredChoice(language));
  const everywhere = use(messagesOf(locale));
  const later = useLoadedPageWords(locale);
  const messages = useMemo(() => ({ ...everywhere, ...later }), [everywhere, later]);
  const timeZone = useMemo(() => Intl.DateTimeFormat().resolvedOptions().timeZone, []);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <I18nProvider locale={locale}>
      <IntlProvider locale={locale} messages={messages} timeZone={timeZone}>
        {children}
      </IntlProvider>
    </I18nProvider>
  );
}
