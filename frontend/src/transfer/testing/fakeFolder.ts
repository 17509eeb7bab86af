/** A local folder in memory: names and sizes of what was saved. */
import type { Failure } from "../core/failure";
import type { FolderPort, LocalPath } from "../downloads/ports";
import type { FakeClock } from "./fakeClock";
import type { FakeStaging } from "./fakeStaging";

const SAVE_MS = 5;

export class FakeFolder implements FolderPort {
  copiesLater = false;
  isReady = true;
  /** Sizes, by path. */
  readonly files = new Map<string, number>();
  readonly folders = new Set<string>();
  /** Why something cannot be saved, by its path. */
  failure: (path: string) => Failure | undefined = () => undefined;

  constructor(
    private readonly clock: FakeClock,
    private readonly staging: FakeStaging,
  ) {}

  ready(): Promise<boolean> {
    return Promise.resolve(this.isReady);
  }

  has(path: LocalPath): Promise<boolean | Failure> {
    return Promise.resolve(this.files.has(path.join("/")));
  }

  async save(path: LocalPath, id: string): Promise<Failure | null> {
    const name = path.join("/");
    await new Promise<void>((done) => {
      this.clock.after(SAVE_MS, done);
    });
    const failure = this.failure(name);
    if (failure !== undefined) return failure;
    const staged = this.staging.files.get(id);
    if (staged === undefined) throw new Error(`${name} is saved without having been staged`);
    this.files.set(name, staged.bytes);
    return null;
  }

  makeFolder(path: LocalPath): Promise<Failure | null> {
    this.folders.add(path.join("/"));
    return Promise.resolve(null);
  }
}
