/** Files behind handles that an earlier page has kept. */
import { type Failure, failure } from "../core/failure";
import type { HandlesPort } from "../ports";
import { errorName } from "./errorName";

const READ = { mode: "read" } as const;

export const browserHandles: HandlesPort = { open, ask };

async function open(handle: FileSystemFileHandle): Promise<File | "ask" | Failure> {
  try {
    return (await permission(handle)) === "granted" ? await handle.getFile() : "ask";
  } catch (error) {
    // The permission may have ended since it was looked at.
    if (errorName(error) === "NotAllowedError") return "ask";
    return failure("file_unreadable", { name: handle.name });
  }
}

/** One question may answer for the others; after a refusal no other question is put. */
async function ask(handles: readonly FileSystemFileHandle[]): Promise<boolean> {
  try {
    for (const handle of handles) if (!(await isAllowed(handle))) return false;
    return true;
  } catch {
    // Not within a click: the browser did not ask at all.
    return false;
  }
}

async function isAllowed(handle: FileSystemFileHandle): Promise<boolean> {
  if ((await permission(handle)) === "granted") return true;
  return (await handle.requestPermission?.(READ)) === "granted";
}

/** A browser that does not ask about handles lets them be read. */
async function permission(handle: FileSystemFileHandle): Promise<PermissionState> {
  return (await handle.queryPermission?.(READ)) ?? "granted";
}
