/** New files that a page has made under their name and that are empty until they are saved. */
import type { LocalPath } from "../../downloads/ports";
import { database } from "../database";
import { live, otherPages, page } from "../pages";

/** The page may end before the file is saved. */
export async function noteEmpty(path: LocalPath): Promise<void> {
  await live();
  await (await database()).put("placeholders", page, path.join("/"));
}

export async function forgetEmpty(path: LocalPath): Promise<void> {
  await (await database()).delete("placeholders", path.join("/"));
}

/** Whether an empty file is only what a page that is gone has left there. */
export async function isLeftover(path: LocalPath): Promise<boolean> {
  const maker = await (await database()).get("placeholders", path.join("/"));
  if (maker === undefined || maker === page) return false;
  return !(await otherPages()).has(maker);
}
