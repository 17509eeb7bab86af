/** Handles of files on a scripted disk, and what the browser says when they are opened. */
import type { Failure } from "../core/failure";
import type { HandlesPort } from "../ports";
import type { NewFile } from "../transfers";

export class FakeHandles implements HandlesPort {
  private readonly disk = new Map<FileSystemFileHandle, File | Failure>();
  /** The browser wants to be asked before files are read. */
  mustAsk = false;
  /** What the person answers, and how often they were asked about how many. */
  isAllowed = true;
  readonly asked: number[] = [];
  /** Opened at once, at most. */
  mostOpen = 0;
  private opening = 0;

  /** The file with a handle of its own. */
  keep(picked: NewFile): NewFile & { readonly handle: FileSystemFileHandle } {
    const handle = { name: picked.file.name } as FileSystemFileHandle;
    this.disk.set(handle, picked.file);
    return { ...picked, handle };
  }

  /** From now on that handle stands for another state of the file, or for none. */
  change(handle: FileSystemFileHandle, now: File | Failure): void {
    this.disk.set(handle, now);
  }

  async open(handle: FileSystemFileHandle): Promise<File | "ask" | Failure> {
    this.opening += 1;
    this.mostOpen = Math.max(this.mostOpen, this.opening);
    await Promise.resolve();
    this.opening -= 1;
    if (this.mustAsk) return "ask";
    return this.disk.get(handle) ?? { code: "file_unreadable", params: {}, requestId: null };
  }

  ask(handles: readonly FileSystemFileHandle[]): Promise<boolean> {
    this.asked.push(handles.length);
    if (this.isAllowed) this.mustAsk = false;
    return Promise.resolve(this.isAllowed);
  }
}
