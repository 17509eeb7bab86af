/** The composition root of downloads, loaded with the first one. */
import type { Api } from "../api/client";
import { browserDownloads } from "./adapters/downloads/browserDownloads";
import type { BrowserLocalFolder } from "./browserLocalFolder";
import { createDownloads } from "./downloads/createDownloads";
import type { Host } from "./host";
import type { Downloads } from "./lazyDownloads";

/** @param owner whose downloads: the ARN of an identity, or "server" */
export async function createBrowserDownloads(
  api: Api,
  folder: BrowserLocalFolder,
  owner: string,
  host: Host,
): Promise<Downloads> {
  return createDownloads(await browserDownloads(api, folder), host, owner);
}
