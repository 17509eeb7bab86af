/** The local folder of a real browser, of which all but its presence is loaded when first needed. */
import type { PickedFolder } from "./adapters/localFolder/pickedFolder";
import type { LocalFolder, LocalFolderState } from "./localFolder";

export interface BrowserLocalFolder extends LocalFolder {
  /** Null in a browser without a directory picker. Rejects while its code cannot be loaded. */
  readonly picked: (() => Promise<PickedFolder>) | null;
}

/** Create it once. Whoever subscribes has it loaded. */
export function createBrowserLocalFolder(): BrowserLocalFolder {
  return typeof showDirectoryPicker === "function" ? lazyFolder() : browserDownloads;
}

const ownDownloads: LocalFolderState = { kind: "browser" };

const browserDownloads: BrowserLocalFolder = {
  subscribe: () => () => undefined,
  getSnapshot: () => ownDownloads,
  choose: () => Promise.resolve(false),
  ensure: () => Promise.resolve(true),
  forget: () => Promise.resolve(),
  picked: null,
};

const unknown: LocalFolderState = { kind: "loading" };

function lazyFolder(): BrowserLocalFolder {
  const listeners = new Set<() => void>();
  let folder: PickedFolder | null = null;
  let loading: Promise<PickedFolder> | null = null;

  const notify = () => {
    for (const listener of listeners) listener();
  };
  const load = async () => {
    const { PickedFolder } = await import("./adapters/localFolder/pickedFolder");
    folder = await PickedFolder.recall();
    folder.subscribe(notify);
    notify();
    return folder;
  };
  const picked = () =>
    (loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    }));

  return {
    picked,
    subscribe(listener) {
      listeners.add(listener);
      picked().catch(() => undefined);
      return () => {
        listeners.delete(listener);
      };
    },
    getSnapshot: () => folder?.getSnapshot() ?? unknown,
    choose: async () => (await picked()).choose(),
    // Without the code the download is begun as well, and says itself what is the matter.
    ensure: () =>
      picked().then(
        (found) => found.ensure(),
        () => true,
      ),
    forget: async () => (await picked()).forget(),
  };
}
