/** The first rows of a CSV or TSV as a table; what looks like a formula stays text. */
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { columnLimit, parseTable } from "./parseTable";
import type { KindProps } from "./PreviewContent";
import { TextFrame } from "./TextFrame";

export function TablePreview(props: KindProps) {
  return (
    <TextFrame {...props}>{(text, isCut) => <TableView text={text} isCut={isCut} />}</TextFrame>
  );
}

interface TableViewProps {
  readonly text: string;
  readonly isCut: boolean;
}

const cellLook = "max-w-60 truncate border-b border-line px-2 py-1 text-left whitespace-pre";

function TableView({ text, isCut }: TableViewProps) {
  const t = useTranslations("details.preview");
  const table = useMemo(() => parseTable(text, isCut), [text, isCut]);
  return (
    <>
      <div
        role="group"
        aria-label={t("content")}
        tabIndex={0}
        className="max-h-96 overflow-auto rounded-md border border-line text-xs select-text"
      >
        <table className="min-w-full border-separate border-spacing-0">
          <thead>
            <tr>
              {table.header.map((name, at) => (
                <th key={at} scope="col" className={`sticky top-0 bg-surface ${cellLook}`}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) => (
                  <td key={column} title={cell} className={cellLook}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {table.hasMoreRows && (
        <p className="text-xs text-ink-soft">{t("firstRows", { count: table.rows.length })}</p>
      )}
      {table.hasMoreColumns && (
        <p className="text-xs text-ink-soft">{t("firstColumns", { count: columnLimit })}</p>
      )}
    </>
  );
}
