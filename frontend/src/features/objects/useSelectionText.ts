/** What is selected, in words: "3개 선택됨 · 1.2 GB". */
import { useTranslations } from "use-intl";
import { formatSize } from "@/ui/size";
import { filterEntries } from "./filter";
import type { ListingPage } from "./listingPage";
import { partsOf, type Selection } from "./selection";

export interface Surroundings {
  readonly pages: readonly ListingPage[];
  /** Whether S3 has more than is loaded. */
  readonly hasMore: boolean;
  readonly filter: string;
}

/** Says where less is selected than it seems, and where more is than can be seen. */
export function useSelectionText(): (selection: Selection, around: Surroundings) => string {
  const t = useTranslations("objects");
  return ({ chosen }, { pages, hasMore, filter }) => {
    if (chosen.size === 0) return "";
    const { objects, prefixes, bytes } = partsOf(chosen.values());
    const isAllLoaded = hasMore && chosen.size === entryCount(pages);
    const [files, paths, size] = [objects.length, prefixes.length, formatSize(bytes)];
    const said =
      paths > 0
        ? t("selectedPaths", { files, paths, size, loaded: isAllLoaded ? "yes" : "no" })
        : t(isAllLoaded ? "selectedLoaded" : "selected", { count: files, size });
    const hidden = chosen.size - filterEntries([...chosen.values()], filter).length;
    return hidden === 0 ? said : `${said} · ${t("selectedHidden", { count: hidden })}`;
  };
}

function entryCount(pages: readonly ListingPage[]): number {
  return pages.reduce((sum, { entries }) => sum + entries.length, 0);
}
