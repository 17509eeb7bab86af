/** The calls of S3 Loader's API that transfers need, over the typed client. */
import type { Api } from "../../api/client";
import type { components } from "../../api/schema.gen";
import type { Confirmation } from "../core/events";
import type { Plan, SignedUrl } from "../core/plan";
import type { ApiPort, ClockPort } from "../ports";
import { answer, failed, reasonOf } from "./apiAnswer";
import { expiry } from "./expiry";

type Schemas = components["schemas"];
type ApiPlan = Schemas["UploadPlans"]["plans"][number];
type ApiResult = Schemas["UploadResults"]["results"][number];

export function httpApi(api: Api, clock: ClockPort): ApiPort {
  return {
    plan: ({ files, ...request }) =>
      answer(
        api.POST("/api/uploads", { body: { ...request, files: [...files] } }),
        (data, response) => data.plans.map((plan) => planOf(plan, response, clock)),
      ),
    sign: ({ partNumbers, ...request }) =>
      answer(
        api.POST("/api/uploads/parts", { body: { ...request, partNumbers: [...partNumbers] } }),
        (data, response) => urlsOf(data, response, clock),
      ),
    complete: (bucket, uploads) => {
      const sent = uploads.map((upload) => ({ ...upload, parts: [...upload.parts] }));
      const call = api.POST("/api/uploads/complete", { body: { bucket, uploads: sent } });
      return answer(call, (data, response) =>
        data.results.map((result) => confirmationOf(result, response)),
      );
    },
    uploaded: (bucket, key, uploadId) =>
      answer(
        api.POST("/api/uploads/uploaded", { body: { bucket, key, uploadId } }),
        ({ parts }) => parts,
      ),
    abort: async (bucket, key, uploadId) => {
      try {
        await api.POST("/api/uploads/abort", { body: { bucket, key, uploadId } });
        return { kind: "ok", value: null };
      } catch (error) {
        return failed(error);
      }
    },
  };
}

function planOf(plan: ApiPlan, response: Response, clock: ClockPort): Plan {
  switch (plan.kind) {
    case "put": {
      const { kind, key, nonce, url, headers } = plan;
      const expiresAt = expiry(plan.expiresAt, response, clock);
      return { kind, key, nonce, request: { url, headers, expiresAt } };
    }
    case "multipart":
      return plan;
    case "refused":
      return { kind: "refused", failure: reasonOf(plan, response) };
    default:
      return plan satisfies never;
  }
}

function urlsOf(
  { parts, expiresAt }: Schemas["SignedParts"],
  response: Response,
  clock: ClockPort,
): ReadonlyMap<number, SignedUrl> {
  const local = expiry(expiresAt, response, clock);
  return new Map(
    parts.map(({ partNumber, url, headers }) => [partNumber, { url, headers, expiresAt: local }]),
  );
}

function confirmationOf(result: ApiResult, response: Response): Confirmation {
  if (result.kind === "failed") return { kind: "failed", failure: reasonOf(result, response) };
  const { kind, key, notified, etag, verified } = result;
  return { kind, key, notified, etag, verified };
}
