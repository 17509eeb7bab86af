/** Korean, or English by a switch. */
import type { Locale } from "@/locales/messages";
import { storedChoice } from "./storedChoice";

/** Each language by its own name. */
export const languages: Readonly<Record<Locale, string>> = { ko: "한국어", en: "English" };

export const language = storedChoice<Locale>(localStorage, "s3loader.language", ["ko", "en"], "ko");
