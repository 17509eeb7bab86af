/** The typed client of the API: adds the bearer and turns every failure into an `ApiError`. */
import createClient, { type Client, type Middleware } from "openapi-fetch";
import { ApiError, readProblem } from "./ApiError";
import { fetchRenewing, scheme, tokenOf, type Renew } from "./renewal";
import type { paths } from "./schema.gen";

export type Api = Client<paths>;

export interface ApiOptions {
  /** The connected account's sealed or ID token; asked for at every call. */
  readonly token: () => string | null | Promise<string | null>;
  readonly renew?: Renew;
  /** Hears of every failure and of the token it was made with; some close the account. */
  readonly onError?: (error: ApiError, token: string | null) => void;
  readonly baseUrl?: string;
}

/** Read before anyone is connected, and what signing in needs first. */
const publicPath: keyof paths = "/api/config";

export function createApi({ token, renew, onError, baseUrl = location.origin }: ApiOptions): Api {
  const report = (error: ApiError, request: Request) => {
    onError?.(error, tokenOf(request));
    return error;
  };
  const middleware: Middleware = {
    async onRequest({ request, schemaPath }) {
      const bearer = schemaPath === publicPath ? null : await token();
      if (bearer !== null) request.headers.set("authorization", scheme + bearer);
    },
    async onResponse({ request, response }) {
      if (!response.ok) throw report(await readProblem(response), request);
    },
    onError({ error, request }) {
      if (error instanceof ApiError || request.signal.aborted) return;
      return report(new ApiError("api_unreachable", 0), request);
    },
  };
  const api = createClient<paths>({ baseUrl, ...(renew && { fetch: fetchRenewing(renew) }) });
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
