/** One row of counts; a phone names each number and leaves zeros out. */
import { useFormatter, useTranslations } from "use-intl";
import { Link } from "wouter";
import { formatSize } from "@/ui/size";
import { isNumber } from "./CountsHeader";
import type { Column, CountsRow } from "./order";

export interface CountsRowViewProps {
  readonly row: CountsRow;
  readonly columns: readonly Column[];
  readonly hrefOf: ((bucket: string) => string) | undefined;
}

/** On a phone the day and the bucket fill the first line. */
const leadLooks = {
  day: "px-2 whitespace-nowrap max-sm:w-24 max-sm:p-0",
  bucket: "px-2 py-1 font-medium max-sm:basis-[calc(100%-7rem)] max-sm:p-0",
};

export function CountsRowView({ row, columns, hrefOf }: CountsRowViewProps) {
  return (
    <tr
      role="row"
      className="border-t border-line first:border-t-0 hover:bg-surface max-sm:flex max-sm:flex-wrap max-sm:gap-x-3 max-sm:py-2 sm:h-9"
    >
      {columns.map((column) =>
        isNumber(column) ? (
          <NumberCell key={column} column={column} value={Number(row[column])} />
        ) : (
          <td key={column} role="cell" className={leadLooks[column === "day" ? "day" : "bucket"]}>
            {column === "bucket" && hrefOf !== undefined ? (
              <Link href={hrefOf(row.bucket)} className="text-accent-ink underline">
                {row.bucket}
              </Link>
            ) : (
              row[column]
            )}
          </td>
        ),
      )}
    </tr>
  );
}

interface NumberCellProps {
  readonly column: Column;
  readonly value: number;
}

function NumberCell({ column, value }: NumberCellProps) {
  const t = useTranslations("statistics");
  const format = useFormatter();
  const isSize = column === "uploadedBytes" || column === "downloadedBytes";
  return (
    <td
      role="cell"
      title={isSize ? t("bytes", { bytes: value }) : undefined}
      className={`px-2 text-right whitespace-nowrap max-sm:p-0 max-sm:text-xs ${value === 0 ? "text-ink-soft max-sm:hidden" : ""}`}
    >
      {/* A size follows its number, which has the name. */}
      <span className={`text-ink-soft sm:hidden ${isSize ? "max-sm:sr-only" : ""}`}>
        {t(`names.${column}`)}{" "}
      </span>
      {isSize ? formatSize(value) : format.number(value)}
    </td>
  );
}
