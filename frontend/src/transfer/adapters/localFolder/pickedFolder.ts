/** The folder that a person has picked, remembered by its handle. */
import type { LocalFolder, LocalFolderState } from "../../localFolder";
import { database } from "../database";
import { errorName } from "../errorName";

const MODE = { mode: "readwrite" } as const;
/** By this the browser opens the picker where it was left. */
const PICKER = { ...MODE, id: "s3loader" };

export class PickedFolder implements LocalFolder {
  private readonly listeners = new Set<() => void>();
  private state: LocalFolderState = { kind: "loading" };

  private constructor(private folder: FileSystemDirectoryHandle | null) {}

  /** The folder picked earlier, if any; one that cannot be remembered counts as none. */
  static async recall(): Promise<PickedFolder> {
    const folder = await remembered().catch(() => null);
    const picked = new PickedFolder(folder);
    await picked.look();
    return picked;
  }

  /** Null: none was picked. */
  get directory(): FileSystemDirectoryHandle | null {
    return this.folder;
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly getSnapshot = () => this.state;

  readonly choose = async () => {
    const folder = await pick();
    if (folder === null) return false;
    await this.take(folder);
    return this.look();
  };

  readonly ensure = async () => {
    if (this.folder === null) return this.choose();
    if (await this.look()) return true;
    const permission = await this.folder.requestPermission(MODE).catch(() => "denied");
    await this.look();
    // A denial lasts: the browser asks about a folder that is picked, but not about this one again.
    return permission === "granted" || (permission === "denied" && (await this.choose()));
  };

  readonly forget = () => this.take(null).then(() => void this.look());

  /** Learns what the browser permits now. @returns whether a file could be saved */
  async look(): Promise<boolean> {
    const { folder } = this;
    if (folder === null) return this.show({ kind: "none" });
    const permission = await folder.queryPermission(MODE).catch(() => "denied" as const);
    return this.show({ kind: "chosen", name: folder.name, permission });
  }

  private show(state: LocalFolderState): boolean {
    const isNews = JSON.stringify(state) !== JSON.stringify(this.state);
    this.state = isNews ? state : this.state;
    if (isNews) for (const listener of this.listeners) listener();
    return state.kind === "chosen" && state.permission === "granted";
  }

  /** Where nothing can be remembered, it is good until the page ends. */
  private async take(folder: FileSystemDirectoryHandle | null): Promise<void> {
    this.folder = folder;
    await remember(folder).catch(() => undefined);
  }
}

async function remembered(): Promise<FileSystemDirectoryHandle | null> {
  return (await (await database()).get("folder", "picked")) ?? null;
}

async function remember(folder: FileSystemDirectoryHandle | null): Promise<void> {
  const opened = await database();
  if (folder === null) await opened.delete("folder", "picked");
  else await opened.put("folder", folder, "picked");
}

/** Null: the person has closed the picker. */
async function pick(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return (await showDirectoryPicker?.(PICKER)) ?? null;
  } catch (error) {
    if (errorName(error) === "AbortError") return null;
    throw error;
  }
}
