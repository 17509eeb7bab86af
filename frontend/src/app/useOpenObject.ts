/** The object whose panel is open, which the address names: a reload and the back button keep it. */
import { useLocation, useSearchParams } from "wouter";
import { useHistoryState } from "wouter/use-browser-location";
import { bucketPath, objectPath } from "./routes";

/** In the history: the panel was opened from the list, which lies one step back. */
const fromList = "opened-from-list";

export function useOpenObject(bucket: string, prefix: string) {
  const [search] = useSearchParams();
  const [, navigate] = useLocation();
  const state = useHistoryState<string | null>();
  const key = search.get("object");
  const open = (wanted: string) => {
    const step = key === null ? { state: fromList } : { state, replace: true };
    navigate(objectPath(bucket, prefix, wanted), step);
  };
  const close = () => {
    if (state === fromList) history.back();
    // A bookmark has nothing of ours behind it.
    else navigate(bucketPath(bucket, prefix), { replace: true });
    focusRow();
  };
  return { key, open, close };
}

/** The row that the panel was about, or the one that the list keeps for the keyboard. */
function focusRow(): void {
  const row = document.querySelector("[role=grid] [aria-expanded=true]")?.closest("[role=row]");
  const cell =
    row?.querySelector<HTMLElement>("[tabindex='0']") ??
    row?.querySelector<HTMLElement>("[data-column='1']") ??
    document.querySelector<HTMLElement>("[role=grid] [tabindex='0']");
  cell?.focus();
}
