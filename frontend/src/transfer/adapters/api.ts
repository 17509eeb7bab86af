/** The calls of S3 Loader's API that transfers need, over the typed client. */
import { ApiError } from "../../api/ApiError";
import type { Api } from "../../api/client";
import type { components } from "../../api/schema.gen";
import type { Confirmation } from "../core/events";
import { failure } from "../core/failure";
import type { Plan, SignedUrl } from "../core/plan";
import type { ApiAnswer, ApiPort, ClockPort } from "../ports";

type Schemas = components["schemas"];
type ApiPlan = Schemas["UploadPlans"]["plans"][number];
type ApiResult = Schemas["UploadResults"]["results"][number];

/** A URL counts as usable for at least this long, whatever the clocks say, so that it is tried. */
const SHORTEST_LIFE_MS = 30_000;

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

async function answer<Data, Value>(
  call: Promise<{ data?: Data; response: Response }>,
  read: (data: Data, response: Response) => Value,
): Promise<ApiAnswer<Value>> {
  try {
    const { data, response } = await call;
    if (data === undefined) return { kind: "failed", failure: failure("internal"), retry: false };
    return { kind: "ok", value: read(data, response) };
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown): ApiAnswer<never> {
  if (!(error instanceof ApiError)) {
    return { kind: "failed", failure: failure("internal"), retry: false };
  }
  const { code, params, requestId, status } = error;
  const retry = status === 0 || status === 429 || status >= 500;
  return { kind: "failed", failure: { code, params, requestId }, retry };
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
  return { kind: "completed", key: result.key, notified: result.notified };
}

function reasonOf(
  { code, params }: Pick<Schemas["RefusedPlan"], "code" | "params">,
  response: Response,
) {
  return { code, params, requestId: response.headers.get("x-request-id") };
}

/** The server's time of expiry on this machine's clock, however wrong that one is. */
function expiry(expiresAt: string, response: Response, clock: ClockPort): number {
  const now = clock.now();
  const serverNow = Date.parse(response.headers.get("date") ?? "");
  const life = Date.parse(expiresAt) - (Number.isNaN(serverNow) ? now : serverNow);
  return now + Math.max(SHORTEST_LIFE_MS, life);
}
