/** The dock's commands: a download goes on only once the local folder may be written to. */
import type { LocalFolder } from "@/transfer/localFolder";
import type { Transfers } from "@/transfer/transfers";

export type Commands = Pick<
  Transfers,
  "pause" | "resume" | "cancel" | "retry" | "resolveConflicts" | "clearFinished"
>;

/** Each needs a click where the browser may have to ask about the folder or about files. */
export function commandsOf(transfers: Transfers, folder: Pick<LocalFolder, "ensure">): Commands {
  const begin = (command: "resume" | "retry") => (ids: readonly string[]) => {
    const isDownload = downloadsAmong(transfers, ids);
    const [downloads, uploads] = [ids.filter(isDownload), ids.filter((id) => !isDownload(id))];
    // Uploads first, within the click: afterwards the browser may no longer ask about their files.
    if (uploads.length > 0) transfers[command](uploads);
    if (downloads.length === 0) return;
    void folder.ensure().then((isWritable) => {
      if (isWritable) transfers[command](downloads);
    });
  };
  return { ...transfers, resume: begin("resume"), retry: begin("retry") };
}

function downloadsAmong(transfers: Transfers, ids: readonly string[]): (id: string) => boolean {
  const asked = new Set(ids);
  const rows = transfers.getSnapshot().transfers;
  const found = rows.filter(({ id, direction }) => asked.has(id) && direction === "download");
  const downloads = new Set(found.map(({ id }) => id));
  return (id) => downloads.has(id);
}
