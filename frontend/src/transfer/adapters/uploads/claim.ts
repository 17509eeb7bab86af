/** Takes over what pages that are gone have left. */
import type { Claim, RememberedUpload } from "../../ports";
import { type Database, database, type UploadRecord } from "../database";
import { live, otherPages, page } from "../pages";
import { BATCH, batches } from "./batches";
import { remembered } from "./records";

/** The lock that pages take to claim one after the other. */
const CLAIMING = "s3loader claiming uploads";

export interface ClaimOfPages extends Claim {
  /** Those that work at what is elsewhere. */
  readonly pages: ReadonlySet<string>;
}

/** @throws DOMException where the browser remembers nothing, or gives no locks */
export function claim(owner: string): Promise<ClaimOfPages> {
  return navigator.locks.request(CLAIMING, async () => {
    await live();
    const [known, living] = [await database(), await otherPages()];
    const theirs = (await recordsOf(known, owner)).filter((record) => record.page !== page);
    const others = theirs.filter((record) => living.has(record.page));
    const left = theirs.filter((record) => !living.has(record.page));
    return {
      mine: await take(known, left),
      elsewhere: await Promise.all(others.map((record) => remembered(known, record))),
      pages: new Set(others.map((record) => record.page)),
    };
  });
}

async function recordsOf(known: Database, owner: string): Promise<readonly UploadRecord[]> {
  const found: UploadRecord[] = [];
  let after: IDBKeyRange | null = null;
  for (;;) {
    const records: UploadRecord[] = await known.getAll("uploads", after, BATCH);
    found.push(...records.filter(({ upload }) => upload.owner === owner));
    const last = records.at(-1);
    if (last === undefined || records.length < BATCH) return found;
    after = IDBKeyRange.lowerBound(last.upload.id, true);
  }
}

async function take(
  known: Database,
  records: readonly UploadRecord[],
): Promise<readonly RememberedUpload[]> {
  const taken: RememberedUpload[] = [];
  for (const batch of batches(records)) {
    const change = known.transaction("uploads", "readwrite");
    await Promise.all([
      ...batch.map((record) => change.store.put({ ...record, page })),
      change.done,
    ]);
    taken.push(...(await Promise.all(batch.map((record) => remembered(known, record)))));
  }
  return taken;
}
