/** A scripted world to download in: pages of the app that share one disk, one after the other. */
import { createDownloads } from "../downloads/createDownloads";
import type { DownloadsWorld } from "../downloads/ports";
import type { DownloadRequest, Transfers } from "../transfers";
import { FakeFolder } from "./fakeFolder";
import { FakeJournal } from "./fakeJournal";
import { FakeStaging } from "./fakeStaging";
import { FakeStore } from "./fakeStore";
import { FakeWorld, OWNER } from "./fakeWorld";

export { OWNER } from "./fakeWorld";

export const MiB = 1024 * 1024;

/** After this long every change is in the snapshot. */
const PUBLISHED_MS = 200;

/** One page. The next one has the same disk and the same bucket. */
export class Page {
  readonly world = new FakeWorld();
  readonly store: FakeStore;
  readonly staging: FakeStaging;
  readonly folder: FakeFolder;
  readonly journal: FakeJournal;
  /** How often the engine was loaded, and what stops that. */
  loads = 0;
  loadFailure: Error | null = null;
  private made: Transfers | null = null;

  constructor(
    before?: Page,
    private readonly owner = OWNER,
  ) {
    const { clock } = this.world;
    this.store = new FakeStore(clock);
    this.staging = new FakeStaging(clock, this.store);
    this.folder = new FakeFolder(clock, this.staging);
    this.journal = before?.journal ?? new FakeJournal();
    if (before === undefined) return;
    for (const [key, object] of before.store.objects) this.store.objects.set(key, object);
    for (const [id, file] of before.staging.files) this.staging.files.set(id, file);
    for (const [path, size] of before.folder.files) this.folder.files.set(path, size);
  }

  /** The transfers of this page, as they begin with it. */
  get transfers(): Transfers {
    this.made ??= this.world.transfers(["*/*"], {
      load: async (host) => {
        this.loads += 1;
        if (this.loadFailure !== null) throw this.loadFailure;
        return createDownloads(this.places(), host, this.owner);
      },
      hasUnfinished: this.journal.entries.size > 0,
    });
    return this.made;
  }

  /** Downloads objects that are put into the bucket first: their sizes by key. */
  download(sizes: Readonly<Record<string, number>>, more: Partial<DownloadRequest> = {}): void {
    const objects = Object.entries(sizes).map(([key, size]) => ({ key, size }));
    for (const { key, size } of objects) this.store.put(key, size);
    const nothing = { bucket: "demo", prefix: "", prefixes: [], requesterPays: false };
    this.transfers.download({ ...nothing, objects, ...more });
  }

  /** The row of a key. */
  row(key: string) {
    return this.transfers.getSnapshot().transfers.find((view) => view.key === key);
  }

  ids(...keys: readonly string[]): readonly string[] {
    return keys.map((key) => this.row(key)?.id ?? "");
  }

  /** Lets time pass until nothing waits or moves, once what was asked for last is seen. */
  async finish(): Promise<void> {
    const { transfers, world } = this;
    await world.clock.advance(PUBLISHED_MS);
    await world.finish(transfers);
  }

  private places(): DownloadsWorld {
    const { store, staging, folder, journal } = this;
    return { api: store, doctor: this.world.doctor, staging, folder, journal };
  }
}
