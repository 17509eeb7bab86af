/** The composition root: transfers in a real browser. */
import type { Api } from "../api/client";
import type { Config } from "../api/useConfig";
import { httpApi } from "./adapters/api";
import { browserClock } from "./adapters/clock";
import { browserConnectivity } from "./adapters/connectivity";
import { browserDoctor } from "./adapters/doctor";
import { browserFiles } from "./adapters/files";
import { browserS3 } from "./adapters/s3";
import { warnBeforeLeaving } from "./adapters/unload";
import { createTransfers } from "./createTransfers";
import type { Transfers } from "./transfers";

/** Transfers that last as long as the page; create them once. */
export function createBrowserTransfers(
  api: Api,
  { limits, contentTypes }: Pick<Config, "limits" | "contentTypes">,
): Transfers {
  const world = {
    api: httpApi(api, browserClock),
    s3: browserS3,
    doctor: browserDoctor(api),
    files: browserFiles(contentTypes.allowed),
    clock: browserClock,
    connectivity: browserConnectivity,
    random: Math.random,
  };
  const transfers = createTransfers(
    world,
    { limits, allowedContentTypes: contentTypes.allowed },
    { load: () => Promise.reject(new Error("not yet")), hasUnfinished: false },
  );
  warnBeforeLeaving(transfers);
  return transfers;
}
