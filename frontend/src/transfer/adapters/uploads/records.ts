/** The records of unfinished uploads: one for each, and one for each part that S3 has. */
import type { KeptAtS3, NotedPart, RememberedUpload } from "../../ports";
import { type Database, database, type UploadRecord } from "../database";
import { errorName } from "../errorName";
import { live, page } from "../pages";
import { flagUnfinished } from "../unfinishedFlag";
import { BATCH, batches } from "./batches";

type Uploads = Awaited<ReturnType<typeof changing>>;

/** @throws DOMException where the browser has no room, or remembers nothing */
export async function write(uploads: readonly RememberedUpload[]): Promise<true> {
  await live();
  for (const batch of batches(uploads)) await writeBatch(batch);
  if (uploads.length > 0) flagUnfinished("uploads", true);
  return true;
}

/**
 * @returns whether the upload is remembered at all: of what was removed nothing may be left
 * @throws DOMException as `write` does
 */
export async function note(id: string, partNumber: number, part: NotedPart): Promise<boolean> {
  const change = await changing();
  const isRemembered = (await change.objectStore("uploads").getKey(id)) !== undefined;
  const put = isRemembered ? change.objectStore("parts").put(part, [id, partNumber]) : null;
  await Promise.all([put, change.done]);
  return isRemembered;
}

/** @throws DOMException where the browser remembers nothing */
export async function remove(ids: readonly string[]): Promise<void> {
  for (const batch of batches(ids)) {
    const change = await changing();
    const deleted = batch.flatMap((id) => [
      change.objectStore("uploads").delete(id),
      change.objectStore("parts").delete(partsOf(id)),
    ]);
    await Promise.all([...deleted, change.done]);
  }
  flagUnfinished("uploads", (await (await database()).count("uploads")) > 0);
}

/** The upload as it was written, with all parts that were noted since. */
export async function remembered(
  known: Database,
  { upload, plan }: UploadRecord,
): Promise<RememberedUpload> {
  if (plan === null) return { ...upload, kept: null };
  return { ...upload, kept: { plan, parts: await notedParts(known, upload.id) } };
}

async function notedParts(known: Database, id: string): Promise<KeptAtS3["parts"]> {
  const parts = new Map<number, NotedPart>();
  const change = known.transaction("parts");
  for (let last = 0; ;) {
    const range = IDBKeyRange.bound([id, last], [id, []], true);
    const [keys, values] = await Promise.all([
      change.store.getAllKeys(range, BATCH),
      change.store.getAll(range, BATCH),
    ]);
    keys.forEach(([, number], at) => {
      const part = values[at];
      if (part !== undefined) parts.set(number, part);
    });
    if (keys.length < BATCH) return parts;
    last = keys.at(-1)?.[1] ?? Infinity;
  }
}

async function writeBatch(uploads: readonly RememberedUpload[]): Promise<void> {
  const change = await changing();
  await Promise.all([...uploads.map((upload) => put(change, upload)), change.done]);
}

async function put(change: Uploads, { kept, ...upload }: RememberedUpload): Promise<void> {
  const { id } = upload;
  const parts = change.objectStore("parts");
  const record: UploadRecord = { page, upload, plan: kept?.plan ?? null };
  await Promise.all([putRecord(change, record), parts.delete(partsOf(id))]);
  for (const batch of batches([...(kept?.parts ?? [])])) {
    await Promise.all(batch.map(([number, part]) => parts.put(part, [id, number])));
  }
}

/** A handle that the browser cannot store is left out: the file has to be picked again. */
function putRecord(change: Uploads, record: UploadRecord): Promise<unknown> {
  const uploads = change.objectStore("uploads");
  try {
    return uploads.put(record);
  } catch (error) {
    if (errorName(error) !== "DataCloneError" || record.upload.handle === null) throw error;
    return uploads.put({ ...record, upload: { ...record.upload, handle: null } });
  }
}

async function changing() {
  return (await database()).transaction(["uploads", "parts"], "readwrite");
}

/** All records of an upload's parts: arrays sort after numbers. */
function partsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, []]);
}
