/** Downloads into the local folder, which is asked for first where it has to be. */
import type { DownloadRequest, Transfers } from "@/transfer/transfers";
import { useLocalFolder } from "./LocalFolderContext";

const nothing = () => undefined;

export function useDownloading(transfers: Pick<Transfers, "download" | "preloadDownloads">) {
  const folder = useLocalFolder();
  return {
    /** @returns whether it has begun: nothing does without a folder. */
    download: async (request: DownloadRequest): Promise<boolean> => {
      const hasFolder = await folder.ensure();
      if (hasFolder) transfers.download(request);
      return hasFolder;
    },
    /** Loads what a download needs: a browser lets a page ask for a folder only soon after a press. */
    prepare: () => {
      transfers.preloadDownloads();
      folder.subscribe(nothing)();
    },
  };
}
