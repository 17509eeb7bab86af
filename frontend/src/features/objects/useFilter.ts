/** What is typed into the filter; another place begins with an empty one. */
import { useState } from "react";
import type { Place } from "./useListing";

export function useFilter({ bucket, prefix }: Place) {
  const at = `${bucket}/${prefix}`;
  const [filter, setFilter] = useState({ at, typed: "" });
  return {
    typed: filter.at === at ? filter.typed : "",
    type: (typed: string) => {
      setFilter({ at, typed });
    },
  };
}
