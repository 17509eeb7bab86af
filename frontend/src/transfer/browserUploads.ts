/** The composition root of uploads, loaded when the page is idle or with the first one. */
import type { Api } from "../api/client";
import type { Config } from "../api/useConfig";
import { httpApi } from "./adapters/api";
import { browserDoctor } from "./adapters/doctor";
import { browserFiles } from "./adapters/files";
import { browserS3 } from "./adapters/s3";
import type { Host } from "./host";
import type { Uploads } from "./lazyUploads";
import { createUploads } from "./uploads/createUploads";

export function createBrowserUploads(
  api: Api,
  { limits, contentTypes }: Pick<Config, "limits" | "contentTypes">,
  host: Host,
): Uploads {
  const world = {
    ...host.world,
    api: httpApi(api, host.world.clock),
    s3: browserS3,
    doctor: browserDoctor(api, "upload"),
    digests: { digest: () => Promise.resolve(null) },
    files: browserFiles(contentTypes.allowed),
  };
  return createUploads(world, host, { limits, allowedContentTypes: contentTypes.allowed });
}
