/** The first stop of the Tab key: past header and buckets, to the page itself. */
import { useTranslations } from "use-intl";

export function SkipLink() {
  const t = useTranslations("app");
  return (
    <a
      href="#content"
      onClick={(event) => {
        // Focus alone: a fragment in the address would be a page to go back to.
        event.preventDefault();
        document.getElementById("content")?.focus();
      }}
      className="absolute -top-12 left-2 z-10 rounded-md bg-accent px-3 py-2 text-on-accent focus:top-2"
    >
      {t("skipToContent")}
    </a>
  );
}
