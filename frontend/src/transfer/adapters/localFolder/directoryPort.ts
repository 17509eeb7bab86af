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
    has: (path) => within(path, 0, (folder) => isTaken(folder, path)),
    makeFolder: (path) => within(path, 0, (folder) => madeFolder(folder, path).then(() => null)),
    async save(path, id, saving) {
      const staged = await bytesOf(id);
      if (!("blob" in staged)) return staged;
      return within(path, staged.blob.size, (folder) => save(staged, folder, path, saving));
    },
  };
}
