/** The composition root of uploads, loaded when the page is idle or with the first one. */
import type { Api } from "../api/client";
import type { Config } from "../api/useConfig";
import { httpApi } from "./adapters/api";
import { browserDigests } from "./adapters/digests/browserDigests";
import { browserDoctor } from "./adapters/doctor";
import { browserFiles } from "./adapters/files";
import { browserHandles } from "./adapters/handles";
import { browserS3 } from "./adapters/s3";
import { browserUploadJournal } from "./adapters/uploads/journal";
import type { Host } from "./host";
import type { Uploads } from "./lazyUploads";
import { createUploads } from "./uploads/createUploads";

/** @param owner whose uploads: the ARN of an identity, or "server" */
export function createBrowserUploads(
  api: Api,
  { limits, contentTypes, objectChecksums }: Config,
  owner: string,
  host: Host,
): Uploads {
  const digests = browserDigests();
  const world = {
    ...host.world,
    api: httpApi(api, host.world.clock),
    s3: browserS3,
    doctor: browserDoctor(api, "upload"),
    digests,
    wholeFiles: digests,
    files: browserFiles(contentTypes.allowed),
    journal: browserUploadJournal,
    handles: browserHandles,
  };
  const { partSize } = limits;
  const rules = { limits, partSize, allowedContentTypes: contentTypes.allowed, objectChecksums };
  return createUploads(world, host, rules, owner);
}
