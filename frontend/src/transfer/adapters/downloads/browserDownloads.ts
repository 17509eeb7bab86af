/** What downloads need of a real browser. */
import type { Api } from "../../../api/client";
import type { BrowserLocalFolder } from "../../browserLocalFolder";
import type { DownloadsWorld } from "../../downloads/ports";
import { browserClock } from "../clock";
import { browserDoctor } from "../doctor";
import { browserPort } from "../localFolder/browserPort";
import { directoryPort } from "../localFolder/directoryPort";
import { otherPages } from "../pages";
import { startWorker } from "../staging/startWorker";
import { workerStaging } from "../staging/workerStaging";
import { httpDownloadsApi } from "./downloadsApi";
import { browserJournal } from "./journal";

/**
 * Create it once; what was picked is known by then.
 * @throws Error where code for the local folder cannot be loaded now
 */
export async function browserDownloads(
  api: Api,
  { picked }: Pick<BrowserLocalFolder, "picked">,
): Promise<DownloadsWorld> {
  const staging = workerStaging(startWorker, othersLive);
  const folder =
    picked === null
      ? browserPort(browserClock, staging.bytes)
      : directoryPort(await picked(), staging.bytes);
  return {
    api: httpDownloadsApi(api, browserClock),
    doctor: browserDoctor(api, "download"),
    staging,
    folder,
    journal: browserJournal,
  };
}

/** Where that cannot be known, they may. */
async function othersLive(): Promise<boolean> {
  try {
    return (await otherPages()).size > 0;
  } catch {
    return true;
  }
}
