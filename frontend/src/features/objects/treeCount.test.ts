import { expect, test, vi } from "vitest";
import { countTrees, mostKeys, type Count, type ListedPage } from "./treeCount";

const objects = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({ key: `${prefix}${at}`, size: 2 }));

/** A bucket whose pages are `pages[prefix]`, with the page's number as cursor. */
function bucket(pages: Record<string, readonly (readonly { key: string; size: number }[])[]>) {
  return vi.fn((prefix: string, cursor: string | null): Promise<ListedPage> => {
    const at = Number(cursor ?? 0);
    const all = pages[prefix] ?? [];
    const nextCursor = at + 1 < all.length ? String(at + 1) : null;
    return Promise.resolve({ objects: all[at] ?? [], nextCursor });
  });
}

test("single objects and every page of every tree are counted, markers too, and each page is told", async () => {
  const list = bucket({ "a/": [[{ key: "a/", size: 0 }], objects("a/x", 2)], "b/": [[]] });
  const told: Count[] = [];
  const onProgress = (soFar: Count) => told.push(soFar);
  const count = await countTrees([{ key: "one", size: 7 }], ["a/", "b/"], { list, onProgress });
  expect(count).toEqual({ keys: ["one", "a/", "a/x0", "a/x1"], bytes: 11 });
  expect(told.map(({ keys }) => keys.length)).toEqual([2, 4, 4]);
});

test("more than can be held is given up at once, and no further page is asked for", async () => {
  const half = mostKeys / 2;
  const list = bucket({ "a/": [objects("a/", half), objects("a/", half), [], []] });
  const steps = { list, onProgress: () => undefined };
  expect(await countTrees([{ key: "one", size: 1 }], ["a/"], steps)).toBeNull();
  expect(list).toHaveBeenCalledTimes(2);
  expect((await countTrees([], ["a/"], steps))?.keys).toHaveLength(mostKeys);
});
