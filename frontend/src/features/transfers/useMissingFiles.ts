/** Lets a person pick again the files that uploads wait for, and tells which of them none was waiting for. */
import { useMemo, useState } from "react";
import { pickFiles } from "@/transfer/pickFiles";
import type { Transfers } from "@/transfer/transfers";
import { pausedFor } from "./pausing";

export interface MissingFiles {
  /** Opens the picker; call it within a click. */
  readonly pick: () => void;
  /** Names of files that were picked last and not used: unreadable, or no upload was waiting for them. */
  readonly strangers: readonly string[];
  readonly dismiss: () => void;
}

export function useMissingFiles(
  transfers: Pick<Transfers, "giveFiles" | "getSnapshot">,
): MissingFiles {
  const [strangers, setStrangers] = useState<readonly string[]>([]);
  const { pick, dismiss } = useMemo(() => {
    const give = async () => {
      const { files, unreadable } = await pickFiles();
      const waiting = pausedFor(transfers.getSnapshot().transfers, "file");
      const unused = transfers.giveFiles(waiting, files).map(({ file }) => file.name);
      setStrangers([...unreadable, ...unused]);
    };
    const dismiss = () => {
      setStrangers([]);
    };
    return { pick: () => void give(), dismiss };
  }, [transfers]);
  return { pick, strangers, dismiss };
}
