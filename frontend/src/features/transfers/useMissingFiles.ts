/** Lets a person pick again the files that uploads wait for, and tells which of them were not used. */
import { useMemo, useState } from "react";
import { pickFiles } from "@/transfer/pickFiles";
import type { NewFile, Transfers } from "@/transfer/transfers";

export interface MissingFiles {
  /** Opens the picker for these uploads; call it within a click. */
  readonly pick: (ids: readonly string[]) => void;
  /** Names of files that were picked last and not used: unreadable, or no upload was waiting for them. */
  readonly strangers: readonly string[];
  /** Names of those that more than one upload was waiting for. */
  readonly ambiguous: readonly string[];
  readonly dismiss: () => void;
}

const NOTHING = { strangers: [], ambiguous: [] };

export function useMissingFiles(transfers: Pick<Transfers, "giveFiles">): MissingFiles {
  const [unused, setUnused] = useState<Pick<MissingFiles, "strangers" | "ambiguous">>(NOTHING);
  const { pick, dismiss } = useMemo(() => {
    const give = async (ids: readonly string[]) => {
      const { files, unreadable } = await pickFiles();
      const { strangers, ambiguous } = transfers.giveFiles(ids, files);
      setUnused({
        strangers: [...unreadable, ...namesOf(strangers)],
        ambiguous: namesOf(ambiguous),
      });
    };
    const dismiss = () => {
      setUnused(NOTHING);
    };
    return { pick: (ids: readonly string[]) => void give(ids), dismiss };
  }, [transfers]);
  return { pick, ...unused, dismiss };
}

function namesOf(files: readonly NewFile[]): readonly string[] {
  return files.map(({ file }) => file.name);
}
