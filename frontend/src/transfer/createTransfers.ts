/** Puts both engines and the board together behind the surface that the interface uses. */
import { Board } from "./board";
import { Connections } from "./connections";
import type { Commands, Host, Loader, PageWorld } from "./host";
import { Intake } from "./intake";
import { type Downloads, download } from "./lazyDownloads";
import { LazyEngine } from "./lazyEngine";
import { add, continueLeftover, type Uploads } from "./lazyUploads";
import { Listeners } from "./listeners";
import type { CompletedTransfer, EndedTransfer, Transfers } from "./transfers";

export interface Loaders {
  readonly uploads: Loader<Uploads>;
  readonly downloads: Loader<Downloads>;
}

export function createTransfers(world: PageWorld, loaders: Loaders): Transfers {
  let count = 0;
  const board = new Board(world.clock);
  const connections = new Connections(world.clock, world.connectivity, held);
  const completed = new Listeners<CompletedTransfer>();
  const ended = new Listeners<EndedTransfer>();
  const expired = new Listeners<null>();
  const host = {
    world,
    connections,
    board,
    newId,
    completed: completed.tell,
    ended: ended.tell,
    credentialsExpired,
  } satisfies Host;
  const uploads = new LazyEngine(host, loaders.uploads);
  const intake = new Intake(world.clock, newId, (arrivals) => {
    add(uploads, arrivals);
  });
  const downloads = new LazyEngine(host, loaders.downloads);
  const both = (command: (engine: Commands) => void) => {
    uploads.tell(command);
    downloads.tell(command);
  };
  if (loaders.uploads.hasUnfinished) void uploads.load();
  if (loaders.downloads.hasUnfinished) void downloads.load();

  function newId() {
    count += 1;
    return `${world.page}-${count}`;
  }

  function held(isHeld: boolean) {
    board.setHeld(isHeld);
    for (const engine of [uploads, downloads]) for (const row of engine.rows()) board.show(row);
  }

  function setAside() {
    both((engine) => {
      engine.credentialsExpired();
    });
  }

  function credentialsExpired() {
    setAside();
    expired.tell(null);
  }

  return {
    subscribe: board.subscribe,
    getSnapshot: board.getSnapshot,
    add(destination, files) {
      intake.add(destination, files);
    },
    download(request) {
      download(downloads, request, newId);
    },
    preloadUploads() {
      void uploads.load();
    },
    preloadDownloads() {
      void downloads.load();
    },
    pause(ids) {
      both((engine) => {
        engine.pause(ids);
      });
    },
    resume(ids) {
      both((engine) => {
        engine.resume(ids);
      });
    },
    giveFiles(ids, files) {
      return uploads.loaded?.giveFiles(ids, files) ?? { strangers: files, ambiguous: [] };
    },
    continueLeftover(leftover, file) {
      continueLeftover(uploads, leftover, file, newId());
    },
    credentialsRenewed() {
      both((engine) => {
        engine.credentialsRenewed();
      });
    },
    setAside,
    onCredentialsExpired: expired.add,
    cancel(ids) {
      uploads.cancel(ids);
      downloads.cancel(ids);
    },
    cancelAll() {
      intake.clear();
      uploads.cancelAll();
      downloads.cancelAll();
    },
    retry(ids) {
      uploads.retry(ids);
      downloads.retry(ids);
    },
    resolveConflicts(ids, choice) {
      both((engine) => {
        engine.resolveConflicts(ids, choice);
      });
    },
    clearFinished() {
      both((engine) => {
        engine.clearFinished();
      });
    },
    onCompleted: completed.add,
    onEnded: ended.add,
  };
}
