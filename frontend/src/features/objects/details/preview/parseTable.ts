/** The first rows and columns of a CSV or TSV; the delimiter is guessed. */
import Papa from "papaparse";

/** More than anybody reads here, and few enough to stay quick. */
export const rowLimit = 200;
export const columnLimit = 50;

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The file has more rows, or more columns, than these. */
  readonly hasMoreRows: boolean;
  readonly hasMoreColumns: boolean;
}

/** @param isCut the text ends anywhere, so its last row is not a whole one. */
export function parseTable(text: string, isCut: boolean): Table {
  const { data, meta } = Papa.parse<string[]>(text, {
    preview: rowLimit + 2, // the header, and one that tells that there are more
    skipEmptyLines: true,
  });
  const [header = [], ...below] = isCut && !meta.truncated ? data.slice(0, -1) : data;
  const columns = Math.max(header.length, ...below.map((row) => row.length));
  const narrow = (row: readonly string[]) => row.slice(0, columnLimit);
  return {
    header: narrow(header),
    rows: below.slice(0, rowLimit).map(narrow),
    hasMoreRows: isCut || below.length > rowLimit,
    hasMoreColumns: columns > columnLimit,
  };
}
