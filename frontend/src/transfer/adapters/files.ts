/** Looks at picked files: what type they are and whether they are still as they were picked. */
import { allowsAll } from "../core/contentType";
import { type Failure, failure } from "../core/failure";
import type { FilesPort } from "../ports";
import { unreadable } from "./unreadable";

/** Enough for every signature that magic-bytes.js knows but a few disk images. */
const SNIFF_BYTES = 4_096;
const UNKNOWN_TYPE = "application/octet-stream";

/** Files of the browser; contents are looked into only where the name decides too little. */
export function browserFiles(allowedContentTypes: readonly string[]): FilesPort {
  const nameIsEnough = allowsAll(allowedContentTypes);
  return {
    async contentType(file) {
      const named = file.type === "" ? await typeByName(file.name) : file.type;
      if (nameIsEnough && named !== null) return named;
      try {
        return fitting(named, await typesByContent(file));
      } catch (error) {
        return unreadable(file, error);
      }
    },
    check,
  };
}

/** The name's type unless the first bytes contradict it. */
function fitting(named: string | null, found: readonly string[]): string {
  if (named !== null && (found.length === 0 || found.includes(named))) return named;
  return found[0] ?? UNKNOWN_TYPE;
}

async function typeByName(name: string): Promise<string | null> {
  const { default: mime } = await import("mime/lite");
  return mime.getType(name);
}

async function typesByContent(file: File): Promise<readonly string[]> {
  const { filetypemime } = await import("magic-bytes.js");
  const start = await file.slice(0, SNIFF_BYTES).arrayBuffer();
  return filetypemime(new Uint8Array(start));
}

/** Reads the last byte: browsers refuse it once the file was changed, and find none once it is gone. */
async function check(file: File): Promise<Failure | null> {
  const end = file.slice(Math.max(0, file.size - 1), file.size);
  try {
    const read = await end.arrayBuffer();
    return read.byteLength === end.size ? null : failure("file_unreadable", { name: file.name });
  } catch (error) {
    return unreadable(file, error);
  }
}
