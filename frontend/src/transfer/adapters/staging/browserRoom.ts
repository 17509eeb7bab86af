/** The room that a browser gives. */
import { freeOnDisk, keepOnDisk, openOnDisk } from "./disk";
import { Memory } from "./memory";
import type { Room } from "./room";

export function browserRoom(): Room {
  const memory = new Memory();
  /** A later try may find room in memory. */
  const onDisk = new Set<string>();
  return {
    async open(id, size) {
      const opened = memory.open(id, size);
      if (opened !== null) return opened;
      onDisk.add(id);
      return openOnDisk(id, size);
    },
    async free(id) {
      const isInMemory = memory.free(id);
      if (onDisk.delete(id) || !isInMemory) await freeOnDisk(id);
    },
    keepOnly: keepOnDisk,
  };
}
