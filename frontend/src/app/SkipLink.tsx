/** The first stop of the Tab key: past header and buckets, to the page itself. */
import { useTranslations } from "use-intl";
import { contentId, focusContent } from "./content";

export function SkipLink() {
  const t = useTranslations("app");
  return (
    <a
      href={`#${contentId}`}
      onClick={(event) => {
        // Focus alone: a fragment in the address would be a page to go back to.
        event.preventDefault();
        focusContent();
      }}
      className="absolute -top-12 left-2 z-10 rounded-md bg-accent px-3 py-2 text-on-accent focus:top-2"
    >
      {t("skipToContent")}
    </a>
  );
}
