/** Hands the folder that downloads go into to components. */
import { createContext, use } from "react";
import type { BrowserLocalFolder } from "@/transfer/browserLocalFolder";

export const LocalFolderContext = createContext<BrowserLocalFolder | null>(null);

export function useLocalFolder(): BrowserLocalFolder {
  const folder = use(LocalFolderContext);
  if (folder === null) throw new Error("useLocalFolder needs a LocalFolderContext above it");
  return folder;
}
