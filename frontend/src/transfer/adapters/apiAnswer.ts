/** Calls of the typed client, as answers that do not reject. */
import { ApiError } from "../../api/ApiError";
import type { components } from "../../api/schema.gen";
import { type Failure, failure } from "../core/failure";
import type { ApiAnswer } from "../ports";

export async function answer<Data, Value>(
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

/** What a rejected call means; `retry` tells a passing trouble from a decision. */
export function failed(error: unknown): ApiAnswer<never> {
  if (!(error instanceof ApiError)) {
    return { kind: "failed", failure: failure("internal"), retry: false };
  }
  const { code, params, requestId, status } = error;
  const retry = status === 0 || status === 429 || status >= 500;
  return { kind: "failed", failure: { code, params, requestId }, retry };
}

/** Why one item of a batch was refused. */
export function reasonOf(
  { code, params }: Pick<components["schemas"]["RefusedPlan"], "code" | "params">,
  response: Response,
): Failure {
  return { code, params, requestId: response.headers.get("x-request-id") };
}
