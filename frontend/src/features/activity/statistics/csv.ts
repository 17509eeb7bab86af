/** The statistics as a file for spreadsheets (RFC 4180): the same names in every language, ISO days, exact bytes. */
import Papa from "papaparse";
import type { Range } from "./period";
import type { DayCounts } from "./sums";

/** Excel takes a file without it for the machine's old code page. */
const BYTE_ORDER_MARK = "\uFEFF";

const columns = {
  day: "day",
  bucket: "bucket",
  bucket_opened: "bucketOpened",
  uploads: "uploads",
  uploaded_bytes: "uploadedBytes",
  failed_uploads: "failedUploads",
  downloads: "downloads",
  downloaded_bytes: "downloadedBytes",
  deletions: "deletions",
} as const satisfies Record<string, keyof DayCounts>;

/** A name that a spreadsheet would take for a formula gets an apostrophe. */
export function csvOf(counts: readonly DayCounts[]): string {
  const fields = Object.keys(columns);
  const data = counts.map((each) => Object.values(columns).map((name) => each[name]));
  const options = { escapeFormulae: true, newline: "\r\n" };
  return `${BYTE_ORDER_MARK}${Papa.unparse({ fields, data }, options)}\r\n`;
}

/** @param bucket the only one in it; null: all of them */
export function csvName({ first, last }: Range, bucket: string | null): string {
  return ["s3loader-statistics", first, last, ...(bucket === null ? [] : [bucket])]
    .join("_")
    .concat(".csv");
}
