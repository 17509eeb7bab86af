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

const leadLook =
  "px-2 py-1 max-sm:p-0 max-sm:font-medium whitespace-nowrap [&:last-of-type]:whitespace-normal";

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
          <td key={column} role="cell" className={leadLook}>
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
      className={`px-2 text-right whitespace-nowrap max-sm:p-0 ${value === 0 ? "text-ink-soft max-sm:hidden" : ""}`}
    >
      <span className="text-ink-soft sm:hidden">{t(`names.${column}`)} </span>
      {isSize ? formatSize(value) : format.number(value)}
    </td>
  );
}
