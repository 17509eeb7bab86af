/** The calls of S3 Loader's API that downloads need, over the typed client. */
import type { Api } from "../../../api/client";
import type { components } from "../../../api/schema.gen";
import type { DownloadPlan, DownloadsApiPort } from "../../downloads/ports";
import type { ClockPort } from "../../ports";
import { answer, reasonOf } from "../apiAnswer";
import { expiry } from "../expiry";

type ApiPlan = components["schemas"]["DownloadPlans"]["downloads"][number];

export function httpDownloadsApi(api: Api, clock: ClockPort): DownloadsApiPort {
  return {
    plan: (bucket, keys, requesterPays) =>
      answer(
        api.POST("/api/downloads", { body: { bucket, keys: [...keys], requesterPays } }),
        ({ downloads }, response) => downloads.map((plan) => planOf(plan, response, clock)),
      ),
    list: (bucket, prefix, cursor, requesterPays) => {
      const query = { bucket, prefix, recursive: true, requesterPays };
      const page = cursor === null ? query : { ...query, cursor };
      return answer(
        api.GET("/api/objects", { params: { query: page } }),
        ({ objects, nextCursor }) => ({
          objects: objects.map(({ key, size }) => ({ key, size })),
          nextCursor,
        }),
      );
    },
  };
}

function planOf(plan: ApiPlan, response: Response, clock: ClockPort): DownloadPlan {
  if (plan.kind === "refused") return { kind: "refused", failure: reasonOf(plan, response) };
  const { url, size, etag, checksum, md5PartSize } = plan;
  const expiresAt = expiry(plan.expiresAt, response, clock);
  return {
    kind: "ready",
    object: { size, etag, checksum, md5PartSize },
    request: { url, headers: {}, expiresAt },
  };
}
