/** The dock's commands: a download goes on only once the local folder may be written to. */
import type { LocalFolder } from "@/transfer/localFolder";
import type { Transfers } from "@/transfer/transfers";

export type Commands = Pick<
  Transfers,
  "pause" | "resume" | "cancel" | "retry" | "resolveConflicts" | "clearFinished"
>;

/** Each needs a click where the browser may have to ask about the folder. */
export function commandsOf(transfers: Transfers, folder: Pick<LocalFolder, "ensure">): Commands {
  const onceWritable = async (command: () => void) => {
    if (await folder.ensure()) command();
  };
  return {
    ...transfers,
    resume: (ids) => {
      void onceWritable(() => {
        transfers.resume(ids);
      });
    },
    retry: (ids) => {
      const isDownload = downloadsAmong(transfers, ids);
      const [downloads, uploads] = [ids.filter(isDownload), ids.filter((id) => !isDownload(id))];
      if (uploads.length > 0) transfers.retry(uploads);
      if (downloads.length === 0) return;
      void onceWritable(() => {
        transfers.retry(downloads);
      });
    },
  };
}

function downloadsAmong(transfers: Transfers, ids: readonly string[]): (id: string) => boolean {
  const asked = new Set(ids);
  const rows = transfers.getSnapshot().transfers;
  const found = rows.filter(({ id, direction }) => asked.has(id) && direction === "download");
  const downloads = new Set(found.map(({ id }) => id));
  return (id) => downloads.has(id);
}
