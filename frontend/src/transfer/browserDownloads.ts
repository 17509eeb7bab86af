/** The composition root of downloads, loaded with the first one. */
import type { Api } from "../api/client";
import { browserDoctor } from "./adapters/doctor";
import { browserDownloads } from "./adapters/downloads/browserDownloads";
import type { BrowserLocalFolder } from "./browserLocalFolder";
import { createDownloads } from "./downloads/createDownloads";
import type { Downloads, DownloadsHost } from "./lazyDownloads";

/** @param owner whose downloads: the ARN of an identity, or "server" */
export async function createBrowserDownloads(
  api: Api,
  folder: BrowserLocalFolder,
  owner: string,
  host: DownloadsHost,
): Promise<Downloads> {
  const world = { ...host.world, doctor: browserDoctor(api, "download") };
  return createDownloads(await browserDownloads(api, folder), { ...host, world }, owner);
}
