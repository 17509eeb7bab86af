/** Performs what downloads ask of this machine: staging, comparing, naming and saving. */
import type { DownloadEvent } from "../core/downloads/events";
import type { Failure } from "../core/failure";
import { type DownloadEntry, idOf, inTurn } from "./downloadEntry";
import { Names } from "./names";
import type { DownloadsWorld } from "./ports";

/** Stands for the save among a download's requests: its ranges have all come by then. */
const SAVE = -1;

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
    // Out of turn, for it takes seconds: discarding ends it.
    const verification = await this.places.staging.verify(idOf(entry));
    this.tell(entry, { kind: "verified", attempt, verification });
  }

  async save(entry: DownloadEntry): Promise<void> {
    const { attempt, source } = entry.download;
    const reason = source.isFolder
      ? await this.places.folder.makeFolder(source.path)
      : await this.saveFile(entry);
    if (reason === "unnamed") return;
    if (reason === "taken") this.tell(entry, { kind: "taken", attempt });
    else if (reason !== null) this.tell(entry, { kind: "failed", attempt, failure: reason });
    else this.tell(entry, { kind: "saved", attempt });
  }

  /** Looks at the name once more, for it was free some time ago. */
  private async saveFile(entry: DownloadEntry): Promise<Failure | "taken" | "unnamed" | null> {
    if (!(await this.name(entry))) return "unnamed";
    const { path, onTaken } = entry.download;
    const control = new AbortController();
    entry.requests.set(SAVE, control);
    const saving = { replace: onTaken === "replace", signal: control.signal };
    const saved = await inTurn(entry, () => this.places.folder.save(path, idOf(entry), saving));
    if (entry.requests.get(SAVE) === control) entry.requests.delete(SAVE);
    return saved;
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
