/** Where a browser has no directory picker: files are handed to its own downloads, one by one. */
import type { Failure } from "../../core/failure";
import type { FolderPort, LocalPath } from "../../downloads/ports";
import type { ClockPort } from "../../ports";
import type { StagedBytes } from "../staging/messages";

/** Chromium loses all but ten files that come at once; hidden pages cannot wait for less than 1 s. */
const AT_ONCE = 8;
const REST_MS = 1_000;
/** Ms: until then the browser has begun to copy. */
const URL_LIFE_MS = 60_000;

/** `bytesOf` gives what was staged under an id. */
export function browserPort(
  clock: ClockPort,
  bytesOf: (id: string) => Promise<StagedBytes | Failure>,
): FolderPort {
  let rested: Promise<void> = Promise.resolve();
  let count = 0;
  const turn = () => {
    const mine = rested;
    count += 1;
    if (count % AT_ONCE === 0) {
      rested = mine.then(() => new Promise((go) => void clock.after(REST_MS, go)));
    }
    return mine;
  };
  return {
    copiesLater: true,
    ready: () => Promise.resolve(true),
    has: () => Promise.resolve(false),
    makeFolder: () => Promise.resolve(null),
    async save(path, id, { signal }) {
      const staged = await bytesOf(id);
      if (!("blob" in staged)) return staged;
      await turn();
      if (!signal.aborted) handOver(staged.blob, path, clock);
      return null;
    },
  };
}

/** The browser's downloads have no folders: those on the way become part of the name. */
function handOver(blob: Blob, path: LocalPath, clock: ClockPort): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = path.join("_");
  link.click();
  clock.after(URL_LIFE_MS, () => {
    URL.revokeObjectURL(link.href);
  });
}
