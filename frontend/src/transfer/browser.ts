/** The composition root: transfers in a real browser. */
import type { Api } from "../api/client";
import type { Config } from "../api/useConfig";
import { httpApi } from "./adapters/api";
import { browserClock } from "./adapters/clock";
import { browserConnectivity } from "./adapters/connectivity";
import { browserDoctor } from "./adapters/doctor";
import { hasUnfinishedDownloads } from "./adapters/downloads/unfinishedFlag";
import { browserFiles } from "./adapters/files";
import { browserS3 } from "./adapters/s3";
import { warnBeforeLeaving } from "./adapters/unload";
import type { BrowserLocalFolder } from "./browserLocalFolder";
import { createTransfers } from "./createTransfers";
import type { Transfers } from "./transfers";

export interface BrowserTransfersOptions extends Pick<Config, "limits" | "contentTypes"> {
  readonly folder: BrowserLocalFolder;
  /** Whose downloads are gone on with: the ARN of an identity, or "server". */
  readonly owner: string;
}

/** Transfers that last as long as the page; create them once. */
export function createBrowserTransfers(
  api: Api,
  { limits, contentTypes, folder, owner }: BrowserTransfersOptions,
): Transfers {
  const world = {
    api: httpApi(api, browserClock),
    s3: browserS3,
    doctor: browserDoctor(api, "upload"),
    digests: { digest: () => Promise.resolve(null) },
    files: browserFiles(contentTypes.allowed),
    clock: browserClock,
    connectivity: browserConnectivity,
    random: Math.random,
  };
  const rules = { limits, allowedContentTypes: contentTypes.allowed };
  const transfers = createTransfers(world, rules, {
    load: async (host) => {
      const { createBrowserDownloads } = await import("./browserDownloads");
      return createBrowserDownloads(api, folder, owner, host);
    },
    hasUnfinished: hasUnfinishedDownloads(),
  });
  warnBeforeLeaving(transfers);
  return transfers;
}
