/** The messages of both languages; a key or error code that one of them lacks does not compile. */
import type { ClientErrorCode, ErrorCode } from "@/transfer/transfers";
import type en from "./en.json";
import type ko from "./ko.json";
import type enPages from "./pages/en.json";
import type koPages from "./pages/ko.json";

export type Locale = "ko" | "en";
export type Messages = typeof ko;
/** The words of pages that browsing does not need: loaded with the first of them. */
export type PageMessages = typeof koPages;

export interface ErrorText {
  /** What happened. */
  readonly title: string;
  /** What it means and what to do next. */
  readonly body: string;
}

/** Failures of what is loaded later; all others can meet a person on the first screen. */
type LaterCode = keyof typeof koPages.laterErrors;
type FirstCode = Exclude<ErrorCode | ClientErrorCode, LaterCode>;

type EveryMessage = typeof ko & typeof en & { readonly errors: Record<FirstCode, ErrorText> };
type EveryPageMessage = typeof koPages &
  typeof enPages & { readonly laterErrors: Record<LaterCode, ErrorText> };

const load: Record<Locale, () => Promise<EveryMessage>> = {
  ko: async () => (await import("./ko.json")).default,
  en: async () => (await import("./en.json")).default,
};

const loadPages: Record<Locale, () => Promise<EveryPageMessage>> = {
  ko: async () => (await import("./pages/ko.json")).default,
  en: async () => (await import("./pages/en.json")).default,
};

export function loadMessages(locale: Locale): Promise<Messages> {
  return load[locale]();
}

export function loadPageMessages(locale: Locale): Promise<PageMessages> {
  return loadPages[locale]();
}
