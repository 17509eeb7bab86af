/** What is selected, in words: "3개 선택됨 · 1.2 GB". */
import { useTranslations } from "use-intl";
import { formatSize } from "@/ui/size";
import { filterEntries } from "./filter";
import type { ListingPage } from "./listingPage";
import { sizeOf, type Selection } from "./selection";

export interface Surroundings {
  readonly pages: readonly ListingPage[];
  /** Whether S3 has more than is loaded. */
  readonly hasMore: boolean;
  readonly filter: string;
}

/** Says where less is selected than it seems, and where more is than can be seen. */
export function useSelectionText(): (selection: Selection, around: Surroundings) => string {
  const t = useTranslations("objects");
  return (selection, { pages, hasMore, filter }) => {
    const count = selection.chosen.size;
    if (count === 0) return "";
    const isAllLoaded = hasMore && count === objectCount(pages);
    const size = formatSize(sizeOf(selection));
    const said = t(isAllLoaded ? "selectedLoaded" : "selected", { count, size });
    const hidden = count - filterEntries([...selection.chosen.values()], filter).length;
    return hidden === 0 ? said : `${said} · ${t("selectedHidden", { count: hidden })}`;
  };
}

function objectCount(pages: readonly ListingPage[]): number {
  return pages.reduce(
    (sum, { entries }) => sum + entries.filter(({ kind }) => kind === "object").length,
    0,
  );
}
