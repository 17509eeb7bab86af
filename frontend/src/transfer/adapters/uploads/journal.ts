/** Remembers unfinished uploads in IndexedDB, and which page works at them. */
import type { Claim, UploadJournalPort } from "../../ports";
import { claim } from "./claim";
import { elsewhere } from "./elsewhere";
import { hold, release } from "./holds";
import { note, remove, write } from "./records";

export const browserUploadJournal: UploadJournalPort = {
  write: (uploads) => attempt(() => write(uploads), false),
  part: (id, partNumber, part) => attempt(() => note(id, partNumber, part), false),
  remove: (ids) => attempt(() => removeAndTell(ids), undefined),
  claim: (owner) => attempt(() => claimAndWatch(owner), { mine: [], elsewhere: [] }),
  onElsewhere: (listener) => elsewhere.subscribe(listener),
  hold,
  release,
};

async function removeAndTell(ids: readonly string[]): Promise<void> {
  await remove(ids);
  elsewhere.tell();
}

async function claimAndWatch(owner: string): Promise<Claim> {
  const { pages, ...claimed } = await claim(owner);
  elsewhere.watch(pages);
  return claimed;
}

/** A browser that remembers nothing is no reason to upload nothing. */
async function attempt<Value>(work: () => Promise<Value>, otherwise: Value): Promise<Value> {
  try {
    return await work();
  } catch {
    return otherwise;
  }
}
