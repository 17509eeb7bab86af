/** Hands the folder that downloads go into to components. */
import { createContext, use } from "react";
import type { LocalFolder } from "@/transfer/localFolder";

export const LocalFolderContext = createContext<LocalFolder | null>(null);

export function useLocalFolder(): LocalFolder {
  const folder = use(LocalFolderContext);
  if (folder === null) throw new Error("useLocalFolder needs a LocalFolderContext above it");
  return folder;
}
