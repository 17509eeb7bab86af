/** The composition root: transfers in a real browser. */
import type { Api } from "../api/client";
import type { Config } from "../api/useConfig";
import { browserClock } from "./adapters/clock";
import { browserConnectivity } from "./adapters/connectivity";
import { hasUnfinished } from "./adapters/unfinishedFlag";
import { page } from "./adapters/pages";
import { warnBeforeLeaving } from "./adapters/unload";
import { keepAwake } from "./adapters/wakeLock";
import type { BrowserLocalFolder } from "./browserLocalFolder";
import { createTransfers } from "./createTransfers";
import type { Transfers } from "./transfers";

export interface BrowserTransfersOptions {
  readonly config: Config;
  readonly folder: BrowserLocalFolder;
  /** Whose transfers are gone on with: the ARN of an identity, or "server". */
  readonly owner: string;
}

/** Transfers that last as long as the page; create them once. */
export function createBrowserTransfers(
  api: Api,
  { config, folder, owner }: BrowserTransfersOptions,
): Transfers {
  const clock = browserClock;
  const world = { clock, connectivity: browserConnectivity, random: Math.random, page };
  const transfers = createTransfers(world, {
    uploads: {
      load: async (host) => {
        const { createBrowserUploads } = await import("./browserUploads");
        return createBrowserUploads(api, config, owner, host);
      },
      hasUnfinished: hasUnfinished("uploads"),
    },
    downloads: {
      load: async (host) => {
        const { createBrowserDownloads } = await import("./browserDownloads");
        return createBrowserDownloads(api, folder, owner, host);
      },
      hasUnfinished: hasUnfinished("downloads"),
    },
  });
  warnBeforeLeaving(transfers);
  keepAwake(transfers);
  whenIdle(transfers.preloadUploads);
  return transfers;
}

/** A browser that does not tell its idle times (Safari) loads uploads with the first one. */
function whenIdle(run: () => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(run);
}
