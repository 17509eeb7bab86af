/** Performs what downloads ask of this machine: staging, comparing, naming and saving. */
import type { DownloadEvent } from "../core/downloads/events";
import type { Failure } from "../core/failure";
import { type DownloadEntry, idOf, inTurn } from "./downloadEntry";
import { Names } from "./names";
import type { DownloadsWorld } from "./ports";

export class LocalSide {
  private readonly names: Names;

  constructor(
    private readonly places: Pick<DownloadsWorld, "staging" | "folder">,
    private readonly tell: (entry: DownloadEntry, event: DownloadEvent) => void,
  ) {
    this.names = new Names(places.folder);
  }

  /** Finds a name in the local folder. @returns whether there is one */
  async name(entry: DownloadEntry): Promise<boolean> {
    const { attempt, phase } = entry.download;
    if (phase !== "planning" && phase !== "saving") return false;
    const isWanted = () => entry.download.attempt === attempt;
    const naming = await this.names.find(entry.download, isWanted);
    if (!isWanted()) return false;
    if (naming.kind === "free") this.tell(entry, { kind: "named", path: naming.path });
    else if (naming.kind === "taken") this.tell(entry, { kind: "taken", attempt });
    else this.tell(entry, { kind: "failed", attempt, failure: naming.failure });
    return naming.kind === "free";
  }

  async open(entry: DownloadEntry): Promise<void> {
    const { attempt, kept } = entry.download;
    if (kept === null) return;
    const opening = await inTurn(entry, () => this.places.staging.open(idOf(entry), kept.object));
    this.tell(
      entry,
      typeof opening === "string"
        ? { kind: "opened", attempt, kept: opening === "kept" }
        : { kind: "failed", attempt, failure: opening },
    );
  }

  async verify(entry: DownloadEntry): Promise<void> {
    const { attempt } = entry.download;
    const verification = await inTurn(entry, () => this.places.staging.verify(idOf(entry), noted));
    this.tell(entry, { kind: "verified", attempt, verification });
  }

  async save(entry: DownloadEntry): Promise<void> {
    const { attempt, source } = entry.download;
    const reason = source.isFolder
      ? await this.places.folder.makeFolder(source.path)
      : await this.saveFile(entry);
    if (reason === "unnamed") return;
    this.tell(
      entry,
      reason === null ? { kind: "saved", attempt } : { kind: "failed", attempt, failure: reason },
    );
  }

  /** Looks at the name once more, for it was free some time ago. */
  private async saveFile(entry: DownloadEntry): Promise<Failure | null | "unnamed"> {
    if (!(await this.name(entry))) return "unnamed";
    const { folder } = this.places;
    return inTurn(entry, () => folder.save(entry.download.path, idOf(entry), noted));
  }

  /** What the browser still copies stays until its row is cleared. */
  discard(entry: DownloadEntry): void {
    const isCopied = entry.download.phase === "done" && this.places.folder.copiesLater;
    if (!isCopied) this.free(entry);
  }

  /** Frees what is staged. */
  readonly free = (entry: DownloadEntry): void => {
    void inTurn(entry, () => this.places.staging.discard(idOf(entry)));
  };

  /** Its name may be given to another download. */
  release(id: string): void {
    this.names.release(id);
  }
}

/** The row shows all bytes as received while they are read back and saved. */
function noted(): void {
  return;
}
