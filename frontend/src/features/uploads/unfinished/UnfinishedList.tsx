/** The table of unfinished uploads; on a phone each is two lines. */
import { useTranslations } from "use-intl";
import type { ApiError } from "@/api/ApiError";
import { Button } from "@/ui/Button";
import { formatSize } from "@/ui/size";
import { sumOf, type Place } from "./unfinished";
import { UnfinishedRow, type UnfinishedRowProps } from "./UnfinishedRow";
import type { Listing } from "./useUnfinished";
import type { WorkById } from "./working";

export interface UnfinishedListProps extends Pick<
  UnfinishedRowProps,
  "refusals" | "onResume" | "onAbort"
> {
  readonly place: Place;
  readonly listing: Listing;
  readonly work: WorkById;
  /** Why an upload could not be aborted, by its id. */
  readonly failures: ReadonlyMap<string, ApiError>;
}

const columns = [
  { name: "name", look: "" },
  { name: "size", look: "w-24 text-right" },
  { name: "parts", look: "w-20 text-right" },
  { name: "begun", look: "w-28" },
  { name: "initiator", look: "w-40" },
  { name: "actions", look: "w-44" },
] as const;

export function UnfinishedList(props: UnfinishedListProps) {
  const { place, listing, work, failures, ...shared } = props;
  const t = useTranslations("unfinished");
  const sum = sumOf(listing.uploads);
  return (
    <>
      <p className="text-xs text-ink-soft">
        {t(listing.hasNextPage ? "summaryMore" : "summary", {
          count: sum.count,
          size: formatSize(sum.bytes),
        })}
      </p>
      {/* The roles are named because a phone shows it as blocks, which are no table to browsers. */}
      <table role="table" className="w-full table-fixed border-y border-line max-sm:block">
        <thead role="rowgroup" className="max-sm:sr-only">
          <tr role="row" className="h-8 border-b border-line text-xs text-ink-soft">
            {columns.map(({ name, look }) => (
              <th
                key={name}
                role="columnheader"
                scope="col"
                className={`px-2 text-left font-normal ${look}`}
              >
                {name === "actions" ? <span className="sr-only">{t(name)}</span> : t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-sm:block">
          {listing.uploads.map((upload) => (
            <UnfinishedRow
              key={upload.uploadId}
              {...shared}
              upload={upload}
              below={place.prefix}
              now={listing.dataUpdatedAt}
              work={work[upload.uploadId] ?? null}
              failure={failures.get(upload.uploadId) ?? null}
            />
          ))}
        </tbody>
      </table>
      {listing.hasNextPage && (
        <div>
          <Button
            isPending={listing.isFetchingNextPage}
            onPress={() => void listing.fetchNextPage()}
          >
            {t("more")}
          </Button>
        </div>
      )}
    </>
  );
}
