/** A failed call of the API, told apart by its code. */
import type { components } from "./schema.gen";

export type Problem = components["schemas"]["Problem"];
export type ApiErrorCode = components["schemas"]["ErrorCode"] | "api_unreachable";

export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly code: ApiErrorCode,
    /** The HTTP status; 0 when no answer came. */
    readonly status: number,
    readonly params: Problem["params"] = {},
    /** Null when the answer did not come from the API itself. */
    readonly requestId: string | null = null,
  ) {
    super(code);
  }
}

/** Anything that is not an answer of the API is a fault of this page. */
export function asApiError(error: Error): ApiError {
  return error instanceof ApiError ? error : new ApiError("internal", 0);
}

/** Reads an answer that is not 2xx: problem+json, or whatever a gateway in between has written. */
export async function readProblem(response: Response): Promise<ApiError> {
  const { status } = response;
  if (!(response.headers.get("content-type") ?? "").startsWith("application/problem+json")) {
    return new ApiError(status >= 502 ? "api_unreachable" : "internal", status);
  }
  const problem = (await response.json()) as Problem;
  return new ApiError(problem.code, status, problem.params, problem.requestId);
}
