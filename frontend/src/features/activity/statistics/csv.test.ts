import Papa from "papaparse";
import { expect, test } from "vitest";
import { csvName, csvOf } from "./csv";
import { counts } from "./testCounts";

const HEADER =
  "day,bucket,bucket_opened,uploads,uploaded_bytes,failed_uploads,downloads,downloaded_bytes,deletions";

test("a byte order mark, stable names, ISO days and exact bytes, each line ended by CR LF", () => {
  const text = csvOf([
    counts("2026-11-23", "demo-reports", {
      bucketOpened: 1,
      uploads: 2,
      uploadedBytes: 53_687_091_200_000,
      failedUploads: 3,
      downloads: 4,
      downloadedBytes: 5,
      deletions: 6,
    }),
  ]);
  expect(text).toBe(`\uFEFF${HEADER}\r\n2026-11-23,demo-reports,1,2,53687091200000,3,4,5,6\r\n`);
});

test("no bucket name runs as a formula or breaks out of its field", () => {
  for (const bucket of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", 'a,"b"\r\nc']) {
    const text = csvOf([counts("2026-11-23", bucket)]).slice(1);
    const cell = Papa.parse<string[]>(text).data[1]?.[1] ?? "";
    expect(cell).toMatch(/^['a]/);
    expect(cell.replace(/^'/, "")).toBe(bucket);
  }
});

test("the file is named by its days, and by its bucket if there is one", () => {
  const range = { first: "2026-11-17", last: "2026-11-23" };
  expect(csvName(range, null)).toBe("s3loader-statistics_2026-11-17_2026-11-23.csv");
  expect(csvName(range, "demo")).toBe("s3loader-statistics_2026-11-17_2026-11-23_demo.csv");
});
