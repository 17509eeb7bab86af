/** The selection of one place: it follows what the listing holds and ends where the place does. */
import { useState } from "react";
import type { Entry } from "./entry";
import type { ListingPage } from "./listingPage";
import { nothing, surviving, type Selection } from "./selection";
import type { Place } from "./useListing";

const noPages: readonly ListingPage[] = [];

function* entriesOf(pages: readonly ListingPage[]): Iterable<Entry> {
  for (const page of pages) yield* page.entries;
}

export function useSelection(
  { bucket, prefix }: Place,
  pages: readonly ListingPage[] = noPages,
): [Selection, (selection: Selection) => void] {
  const place = `${bucket}/${prefix}`;
  const [state, setState] = useState({ place, pages, selection: nothing });
  let { selection } = state;
  if (state.place !== place || state.pages !== pages) {
    selection = state.place === place ? surviving(selection, entriesOf(pages)) : nothing;
    setState({ place, pages, selection });
  }
  return [
    selection,
    (next) => {
      setState({ place, pages, selection: next });
    },
  ];
}
