/** A page with nothing but what downloads need of a browser, for a test to call. */
import { createApi } from "../../../src/api/client";
import { browserDownloads } from "../../../src/transfer/adapters/downloads/browserDownloads";
import { createBrowserLocalFolder } from "../../../src/transfer/browserLocalFolder";

const localFolder = createBrowserLocalFolder();
const downloads = await browserDownloads(createApi({ token: () => null }), localFolder);

export interface StagingPage {
  readonly localFolder: typeof localFolder;
  readonly downloads: typeof downloads;
}

Object.assign(window, { localFolder, downloads } satisfies StagingPage);
