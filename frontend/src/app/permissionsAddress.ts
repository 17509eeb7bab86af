/**
 * The address of the permissions page.
 *
 * A link names one place by `bucket` and `prefix`; the page keeps its places as `place=bucket/prefix`.
 */
import type { PermissionsView } from "@/features/permissions/Permissions";
import type { Place } from "@/features/permissions/useEffective";
import { asPrefix } from "./routes";

export interface PermissionsAddress {
  readonly places: readonly Place[];
  readonly view: PermissionsView;
}

export function readPermissionsAddress(search: URLSearchParams): PermissionsAddress {
  const kept = search.getAll("place").map(placeOf);
  const view = search.get("view") === "policies" ? "policies" : "matrix";
  return { places: unique(kept.length > 0 ? kept : asked(search)), view };
}

export function writePermissionsAddress({ places, view }: PermissionsAddress): URLSearchParams {
  const search = new URLSearchParams();
  for (const { bucket, prefix } of places) search.append("place", `${bucket}/${prefix}`);
  if (view === "policies") search.set("view", view);
  return search;
}

/** The bucket's root and the prefix at hand. */
function asked(search: URLSearchParams): readonly Place[] {
  const bucket = search.get("bucket") ?? "";
  const prefix = asPrefix(search.get("prefix") ?? "");
  return bucket === ""
    ? []
    : [
        { bucket, prefix: "" },
        { bucket, prefix },
      ];
}

function placeOf(text: string): Place {
  const slash = text.indexOf("/");
  if (slash < 0) return { bucket: text, prefix: "" };
  return { bucket: text.slice(0, slash), prefix: asPrefix(text.slice(slash + 1)) };
}

function unique(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [`${place.bucket}/${place.prefix}`, place])).values()];
}
