/** The words that only some pages need: loaded with the first of them, and then the whole app has them. */
import { use, useSyncExternalStore, type ReactNode } from "react";
import { useLocale } from "use-intl";
import { loadPageMessages, type Locale, type PageMessages } from "./messages";

const loading = new Map<Locale, Promise<PageMessages>>();
const loaded = new Map<Locale, PageMessages>();
const listeners = new Set<() => void>();

function messagesOf(locale: Locale): Promise<PageMessages> {
  const started = loading.get(locale) ?? load(locale);
  loading.set(locale, started);
  return started;
}

async function load(locale: Locale): Promise<PageMessages> {
  const messages = await loadPageMessages(locale);
  loaded.set(locale, messages);
  for (const listener of listeners) listener();
  return messages;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What is here of them; undefined until anything has needed them. */
export function useLoadedPageWords(locale: Locale): PageMessages | undefined {
  return useSyncExternalStore(subscribe, () => loaded.get(locale));
}

/** Begins to load them before something that needs them is shown; what fails is tried again then. */
export function preloadPageWords(locale: Locale): void {
  messagesOf(locale).catch(() => loading.delete(locale));
}

export interface PageWordsProps {
  /** Whether anything below needs them now. */
  readonly isNeeded?: boolean;
  readonly children: ReactNode;
}

/** Suspends until they are here. */
export function PageWords({ isNeeded = true, children }: PageWordsProps) {
  const locale = useLocale();
  if (isNeeded) use(messagesOf(locale));
  return children;
}
