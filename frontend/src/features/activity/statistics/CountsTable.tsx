/** Counts in rows that sort by any column, a page at a time; on a phone each row is a few lines. */
import { useId, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { CountsHeader } from "./CountsHeader";
import { CountsRowView } from "./CountsRowView";
import { firstOrder, nextOrder, sorted, type Column, type CountsRow } from "./order";
import { Pager } from "./Pager";
import { PhoneOrder } from "./PhoneOrder";

export interface CountsTableProps {
  readonly title: string;
  readonly rows: readonly CountsRow[];
  readonly lead: readonly ("day" | "bucket")[];
  /** Where the name of a bucket leads. */
  readonly hrefOf?: (bucket: string) => string;
}

/** A year of fifty buckets is 18,300 rows. */
const PAGE = 50;

const numbers = [
  "uploads",
  "uploadedBytes",
  "downloads",
  "downloadedBytes",
  "deletions",
  "bucketOpened",
  "failedUploads",
] as const satisfies readonly Column[];

export function CountsTable({ title, rows, lead, hrefOf }: CountsTableProps) {
  const id = useId();
  const names = useTranslations("statistics.names");
  const columns: readonly Column[] = [...lead, ...numbers];
  const [order, setOrder] = useState(() => firstOrder(lead[0] ?? "bucket"));
  const [page, setPage] = useState(0);
  const inOrder = useMemo(() => sorted(rows, order), [rows, order]);
  const current = Math.min(page, Math.ceil(rows.length / PAGE) - 1);
  const sort = (column: Column) => {
    setOrder(nextOrder(order, column));
    setPage(0);
  };
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h2 id={id} className="font-semibold">
        {title}
      </h2>
      <PhoneOrder columns={columns} order={order} onChange={setOrder} />
      {/* The roles are named because a phone shows it as blocks, which are no table to browsers. */}
      <table role="table" aria-labelledby={id} className="w-full border-y border-line max-sm:block">
        <CountsHeader columns={columns} order={order} onSort={sort} nameOf={names} />
        <tbody role="rowgroup" className="max-sm:block">
          {inOrder.slice(current * PAGE, (current + 1) * PAGE).map((row) => (
            <CountsRowView
              key={`${row.day ?? ""} ${row.bucket}`}
              row={row}
              columns={columns}
              hrefOf={hrefOf}
            />
          ))}
        </tbody>
      </table>
      <Pager count={rows.length} size={PAGE} page={current} onPage={setPage} />
    </section>
  );
}
