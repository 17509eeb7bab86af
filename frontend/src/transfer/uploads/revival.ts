/** Brings back what earlier pages have left, and what other pages have finished or left since. */
import type { Failure } from "../core/failure";
import type { UploadEvent } from "../core/events";
import type { ClockPort, HandlesPort, RememberedUpload, UploadJournalPort } from "../ports";
import { changeOf } from "./fileMatch";
import type { Memory } from "./memory";
import { uploadOf } from "./remembered";
import { newUploadEntry, type UploadEntry } from "./uploadEntry";
import { idOf, isElsewhere, type UploadTable } from "./uploadTable";

/** Files that are opened at once; between two such lots the page gets its turn. */
const LOT = 100;

export interface RevivalOptions {
  /** The ARN of the identity whose uploads they are. */
  readonly owner: string;
  readonly journal: UploadJournalPort;
  readonly handles: HandlesPort;
  readonly clock: ClockPort;
  readonly memory: Memory;
  readonly table: UploadTable;
  readonly tell: (entries: readonly UploadEntry[], event: UploadEvent) => void;
}

export class Revival {
  private tail: Promise<unknown> = Promise.resolve();
  /** Under way. */
  private claims = 0;
  private stopListening: () => void = () => undefined;
  private isStopped = false;
  /** Null while there are keys to work with; else what those wait for that have come back. */
  private keys: { readonly renewed: Promise<void>; readonly renew: () => void } | null = null;

  constructor(private readonly options: RevivalOptions) {}

  /** Goes on with what can go on by itself, now and whenever another page has let go of something. */
  start(): void {
    this.claim();
    this.stopListening = this.options.journal.onElsewhere(() => {
      this.claim();
    });
  }

  /** Now, or once all that was left by now is in the table. */
  afterClaims(run: () => void): void {
    if (this.claims === 0) run();
    else void this.tail.then(run);
  }

  /** For good: what still comes back is cancelled. */
  stop(): void {
    this.isStopped = true;
    this.stopListening();
    this.goOn();
  }

  /** Nothing goes on, nor is claimed, until there are keys to work with. */
  wait(): void {
    if (this.isStopped || this.keys !== null) return;
    let renew: () => void = () => undefined;
    const renewed = new Promise<void>((resolve) => (renew = resolve));
    this.keys = { renewed, renew };
  }

  goOn(): void {
    this.keys?.renew();
    this.keys = null;
  }

  /** Call it within a click: the browser may ask whether the files may be read. */
  async ask(entries: readonly UploadEntry[]): Promise<void> {
    const handles = entries.flatMap(({ handle }) => (handle === null ? [] : [handle]));
    if (await this.options.handles.ask(handles)) await this.inLots(entries, this.open);
    else this.options.tell(entries, { kind: "paused", reason: "file" });
  }

  private claim(): void {
    if (this.isStopped) return;
    this.claims += 1;
    this.tail = this.tail
      .then(() => this.claimNow())
      .finally(() => {
        this.claims -= 1;
      });
  }

  private async claimNow(): Promise<void> {
    await this.keys?.renewed;
    const { owner, journal } = this.options;
    const { mine, elsewhere } = await journal.claim(owner);
    await this.letGo(new Set([...mine, ...elsewhere].map(({ id }) => id)));
    if (!this.isStopped) for (const remembered of elsewhere) this.showElsewhere(remembered);
    await this.inLots(mine, this.bringBack);
  }

  /** Goes on with as many as `ready` says, a lot at a time. */
  private async inLots<Item>(
    items: readonly Item[],
    ready: (item: Item) => Promise<UploadEntry | null>,
  ): Promise<void> {
    for (let from = 0; from < items.length; from += LOT) {
      const lot = await Promise.all(items.slice(from, from + LOT).map(ready));
      const goingOn = await this.withKeys(lot.filter((entry) => entry !== null));
      const { clock, tell } = this.options;
      tell(goingOn, { kind: "resumed", now: clock.now() });
      await new Promise<void>((next) => clock.after(0, next));
    }
  }

  /** Waits for keys. @returns those about which nothing was decided meanwhile */
  private async withKeys(entries: readonly UploadEntry[]): Promise<readonly UploadEntry[]> {
    const { table } = this.options;
    const before = entries.map(({ upload }) => upload);
    if (this.keys !== null) for (const entry of entries) table.show(entry);
    await this.keys?.renewed;
    return entries.filter((entry, i) => {
      return entry.upload === before[i] && table.get(idOf(entry)) === entry;
    });
  }

  /** Other pages have nothing to do with these any more, nor has this one if they have finished. */
  private async letGo(known: ReadonlySet<string>): Promise<void> {
    const { table, memory } = this.options;
    const entries = table.all().filter((entry) => isElsewhere(entry) && !known.has(idOf(entry)));
    table.drop(entries.filter(({ file }) => file === null));
    // Of what another page had begun to go on with, the file is here: perhaps it has given up.
    await this.inLots(
      entries.filter(({ file }) => file !== null),
      async (entry) => {
        if (!(await memory.take(entry.upload))) return null;
        memory.write(entry);
        return entry;
      },
    );
  }

  private showElsewhere(remembered: RememberedUpload): void {
    const { table } = this.options;
    if (table.get(remembered.id) !== undefined) return;
    const entry = newUploadEntry(uploadOf(remembered, "other-page"), null, remembered.handle);
    table.enter(entry);
    table.show(entry);
  }

  /** @returns the upload if it can go on by itself */
  private readonly bringBack = async (remembered: RememberedUpload) => {
    const { table, memory } = this.options;
    const { id, handle, paused } = remembered;
    const known = table.get(id);
    if (known !== undefined && !isElsewhere(known)) return null;
    const reason = paused ? "person" : handle === null ? "file" : "permission";
    const entry = newUploadEntry(uploadOf(remembered, reason), null, handle);
    if (!(await memory.take(entry.upload))) {
      this.showElsewhere(remembered);
      return null;
    }
    table.enter(entry);
    if (this.isStopped) this.options.tell([entry], { kind: "cancelled" });
    else if (!paused && handle !== null) return this.open(entry);
    table.show(entry);
    return null;
  };

  /** @returns the upload if its file is as it was when it began */
  private readonly open = async (entry: UploadEntry): Promise<UploadEntry | null> => {
    const { handles, tell, table } = this.options;
    const opened = entry.handle === null ? null : await handles.open(entry.handle);
    if (opened === "ask") table.show(entry);
    // It may lie elsewhere by now: whoever picks it again loses nothing.
    else if (opened === null || isFailure(opened))
      tell([entry], { kind: "paused", reason: "file" });
    else return this.take(entry, opened);
    return null;
  };

  private take(entry: UploadEntry, file: File): UploadEntry | null {
    const change = changeOf(entry.upload.source, file);
    if (change === null) {
      entry.file = file;
      return entry;
    }
    this.options.tell([entry], { kind: "failed", failure: change });
    return null;
  }
}

function isFailure(opened: File | Failure): opened is Failure {
  return "code" in opened;
}
