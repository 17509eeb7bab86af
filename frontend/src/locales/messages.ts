/** The messages of both languages; a key or error code that one of them lacks does not compile. */
import type { ClientErrorCode, ErrorCode } from "@/transfer/transfers";
import type en from "./en.json";
import type ko from "./ko.json";

export type Locale = "ko" | "en";
export type Messages = typeof ko;

export interface ErrorText {
  /** What happened. */
  readonly title: string;
  /** What it means and what to do next. */
  readonly body: string;
}

type EveryMessage = typeof ko &
  typeof en & { readonly errors: Record<ErrorCode | ClientErrorCode, ErrorText> };

const load: Record<Locale, () => Promise<EveryMessage>> = {
  ko: async () => (await import("./ko.json")).default,
  en: async () => (await import("./en.json")).default,
};

export function loadMessages(locale: Locale): Promise<Messages> {
  return load[locale]();
}
