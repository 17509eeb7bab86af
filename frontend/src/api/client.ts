/** The typed client of the API: adds the bearer and turns every failure into an `ApiError`. */
import createClient, { type Client, type Middleware } from "openapi-fetch";
import { ApiError, readProblem } from "./ApiError";
import type { paths } from "./schema.gen";

export type Api = Client<paths>;

export interface ApiOptions {
  /** The sealed token of the connected account; asked for at every call. */
  readonly token: () => string | null;
  /** Hears of every failure; the shell opens the account form on some. */
  readonly onError?: (error: ApiError) => void;
  readonly baseUrl?: string;
}

export function createApi({ token, onError, baseUrl = location.origin }: ApiOptions): Api {
  const report = (error: ApiError) => {
    onError?.(error);
    return error;
  };
  const middleware: Middleware = {
    onRequest({ request }) {
      const bearer = token();
      if (bearer !== null) request.headers.set("authorization", `Bearer ${bearer}`);
    },
    async onResponse({ response }) {
      if (!response.ok) throw report(await readProblem(response));
    },
    onError({ error, request }) {
      if (error instanceof ApiError || request.signal.aborted) return;
      return report(new ApiError("api_unreachable", 0));
    },
  };
  const api = createClient<paths>({ baseUrl });
  api.use(middleware);
  return api;
}

/**
 * The body of a successful call.
 * @throws ApiError as the middleware did; `internal` when a 2xx came without a body.
 */
export async function bodyOf<Body>(
  call: Promise<{ data?: Body; response: Response }>,
): Promise<Body> {
  const { data, response } = await call;
  if (data === undefined) throw new ApiError("internal", response.status);
  return data;
}
