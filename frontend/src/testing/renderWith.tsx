/** Renders with what the app's root provides: the API client, queries and Korean words. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, type RenderResult } from "@testing-library/react";
import type { ReactNode } from "react";
import { IntlProvider } from "use-intl";
import { ApiContext } from "@/api/ApiContext";
import { createApi, type ApiOptions } from "@/api/client";
import en from "@/locales/en.json";
import ko from "@/locales/ko.json";
import type { Locale } from "@/locales/messages";
import enPages from "@/locales/pages/en.json";
import koPages from "@/locales/pages/ko.json";

const words = { ko: { ...ko, ...koPages }, en: { ...en, ...enPages } };

export interface RenderOptions {
  readonly locale?: Locale;
  readonly token?: ApiOptions["token"];
}

export function renderWith(ui: ReactNode, options: RenderOptions = {}): RenderResult {
  const { locale = "ko", token = () => "s3l1.sealed" } = options;
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <IntlProvider locale={locale} messages={words[locale]} timeZone="Asia/Seoul">
      <QueryClientProvider client={queries}>
        <ApiContext value={createApi({ token })}>{ui}</ApiContext>
      </QueryClientProvider>
    </IntlProvider>,
  );
}
