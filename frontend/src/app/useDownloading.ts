/** Downloads into the local folder, which is asked for first where it has to be. */
import type { DownloadStart } from "@/features/objects/useDownloadAction";
import type { DownloadRequest, Transfers } from "@/transfer/transfers";
import { useLocalFolder } from "./LocalFolderContext";

const nothing = () => undefined;

export function useDownloading(transfers: Pick<Transfers, "download" | "preloadDownloads">) {
  const folder = useLocalFolder();
  return {
    download: async (request: DownloadRequest): Promise<DownloadStart> => {
      if (!(await folder.ensure())) {
        return folder.getSnapshot().kind === "chosen" ? "refused" : "no-folder";
      }
      transfers.download(request);
      return "begun";
    },
    /** Loads what a download needs: a browser lets a page ask for a folder only soon after a press. */
    prepare: () => {
      transfers.preloadDownloads();
      folder.subscribe(nothing)();
    },
  };
}
