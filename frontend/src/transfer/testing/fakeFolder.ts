/** A local folder in memory: names and sizes of what was saved. */
import type { Failure } from "../core/failure";
import type { FolderPort, LocalPath, Saving } from "../downloads/ports";
import type { FakeClock } from "./fakeClock";
import type { FakeStaging } from "./fakeStaging";

export class FakeFolder implements FolderPort {
  copiesLater = false;
  saveMs = 5;
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

  async save(
    path: LocalPath,
    id: string,
    { replace, signal }: Saving,
  ): Promise<Failure | "taken" | null> {
    const name = path.join("/");
    await new Promise<void>((done) => {
      this.clock.after(this.saveMs, done);
      signal.addEventListener("abort", () => {
        done();
      });
    });
    if (signal.aborted) return null;
    if (this.files.has(name) && !replace) return "taken";
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
