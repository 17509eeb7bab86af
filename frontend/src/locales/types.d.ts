/** Teaches use-intl our languages and keys, so that a mistyped key does not compile. */
import type { Locale, Messages, PageMessages } from "./messages";

declare module "use-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages & PageMessages;
  }
}
