/** The one hook through which React sees the folder that downloads go into. */
import { useSyncExternalStore } from "react";
import type { LocalFolder, LocalFolderState } from "./localFolder";

export function useLocalFolderState(folder: LocalFolder): LocalFolderState {
  return useSyncExternalStore(folder.subscribe, folder.getSnapshot);
}
