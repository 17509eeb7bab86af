/** The room that a browser gives. */
import { freeOnDisk, keepOnDisk, openOnDisk } from "./disk";
import { Memory } from "./memory";
import type { Room } from "./room";

export function browserRoom(): Room {
  const memory = new Memory();
  return {
    open: async (id, size) => memory.open(id, size) ?? (await openOnDisk(id, size)),
    free: async (id) => {
      if (!memory.free(id)) await freeOnDisk(id);
    },
    keepOnly: keepOnDisk,
  };
}
