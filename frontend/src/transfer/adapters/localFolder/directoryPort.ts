/** The picked folder as the engine sees it. */
import type { Failure } from "../../core/failure";
import type { FolderPort, LocalPath } from "../../downloads/ports";
import type { StagedBytes } from "../staging/messages";
import { madeFolder } from "./entries";
import { localFailure } from "./localFailure";
import type { PickedFolder } from "./pickedFolder";
import { isTaken, save } from "./save";

/** `bytesOf` gives what was staged under an id. */
export function directoryPort(
  picked: PickedFolder,
  bytesOf: (id: string) => Promise<StagedBytes | Failure>,
): FolderPort {
  /** The folder's name, also once it is forgotten. */
  let name = "";
  /** Where a name was found taken: leave to replace it is given for that folder alone. */
  const takenIn = new Map<string, FileSystemDirectoryHandle>();

  async function has(folder: FileSystemDirectoryHandle, path: LocalPath): Promise<boolean> {
    const isThere = await isTaken(folder, path);
    if (isThere) takenIn.set(path.join("/"), folder);
    return isThere;
  }

  async function mayReplace(folder: FileSystemDirectoryHandle, path: LocalPath): Promise<boolean> {
    const asked = takenIn.get(path.join("/"));
    return asked === undefined || (await asked.isSameEntry(folder));
  }

  /** With the folder, or why that fails. */
  async function within<Value>(
    path: LocalPath,
    size: number,
    work: (folder: FileSystemDirectoryHandle) => Promise<Value>,
  ): Promise<Value | Failure> {
    const { directory } = picked;
    name = directory?.name ?? name;
    try {
      if (directory === null) throw new DOMException("No folder was picked", "NotFoundError");
      return await work(directory);
    } catch (error) {
      // The person may have taken the permission back.
      await picked.look();
      return localFailure(error, { folder: name, path, size });
    }
  }

  return {
    copiesLater: false,
    ready: () => picked.look(),
    has: (path) => within(path, 0, (folder) => has(folder, path)),
    makeFolder: (path) => within(path, 0, (folder) => madeFolder(folder, path).then(() => null)),
    async save(path, id, saving) {
      const staged = await bytesOf(id);
      if (!("blob" in staged)) return staged;
      return within(path, staged.blob.size, async (folder) => {
        const replace = saving.replace && (await mayReplace(folder, path));
        const saved = await save(staged, folder, path, { ...saving, replace });
        if (saved === "taken") takenIn.set(path.join("/"), folder);
        return saved;
      });
    },
  };
}
