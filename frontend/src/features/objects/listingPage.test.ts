import { expect, test } from "vitest";
import { pagesOf, replacePage, toListingPage, type ListingPage } from "./listingPage";

const page = (keys: string[], nextCursor: string | null): ListingPage => ({
  entries: keys.map((key) => ({ kind: "prefix", key, name: key })),
  prefixExists: true,
  nextCursor,
});
const keys = (pages: readonly ListingPage[]) => pages.map((p) => p.entries.map((e) => e.key));

test("an answer becomes rows: prefixes without their slash, objects without their path", () => {
  const listed = toListingPage(
    {
      prefixes: ["p/2026/"],
      objects: [
        {
          key: "p/보고서.pdf",
          size: 7,
          lastModified: "2026-11-20T01:11:00Z",
          etag: "x",
          storageClass: "STANDARD",
        },
      ],
      nextCursor: null,
      prefixExists: true,
    },
    "p/",
  );
  expect(listed.entries).toEqual([
    { kind: "prefix", key: "p/2026/", name: "2026" },
    {
      kind: "object",
      key: "p/보고서.pdf",
      name: "보고서.pdf",
      size: 7,
      modified: Date.UTC(2026, 10, 20, 1, 11),
      storageClass: "STANDARD",
    },
  ]);
});

test("a new key belongs to the first page that reaches as far", () => {
  const pages = [page(["a", "c"], "1"), page(["e", "g"], "2")];
  expect(pagesOf(pages, ["b", "f", "d"])).toEqual([0, 1]);
  expect(pagesOf(pages, ["z"])).toEqual([]);
  expect(pagesOf([...pages, page(["i"], null)], ["z"])).toEqual([2]);
});

test("a page fetched again shows the new row and loses none that it pushed out", () => {
  const pages = [page(["a", "c"], "1"), page(["e", "g"], "2")];
  const after = replacePage(pages, 0, page(["a", "b"], "other"));
  expect(keys(after)).toEqual([
    ["a", "b", "c"],
    ["e", "g"],
  ]);
  expect(after[0]?.nextCursor).toBe("1");
});

test("a row that is gone from S3 goes", () => {
  expect(keys(replacePage([page(["a", "b", "c"], "1")], 0, page(["a", "c"], "2")))).toEqual([
    ["a", "c"],
  ]);
});

test("when the listing now ends earlier, later pages go with it", () => {
  const pages = [page(["a"], "1"), page(["b"], null)];
  expect(keys(replacePage(pages, 0, page(["a"], null)))).toEqual([["a"]]);
});
