/** Sends a call again, once, with a renewed sign-in. */
import { readProblem } from "./ApiError";

/** Another token in place of one that the API refused as `sign_in_invalid`; null: there is none. */
export type Renew = (refused: string) => Promise<string | null>;

export const scheme = "Bearer ";

/** The bearer's token of a request. */
export function tokenOf({ headers }: Request): string | null {
  return headers.get("authorization")?.slice(scheme.length) ?? null;
}

/** The API's own tokens, which nothing renews; all others are ID tokens. */
const isSealed = (token: string) => token.startsWith("s3l1.");

/** `fetch` for a client whose tokens can be renewed: what was refused has done nothing yet. */
export function fetchRenewing(renew: Renew): (request: Request) => Promise<Response> {
  return async (request) => {
    const refused = tokenOf(request);
    if (refused === null || isSealed(refused)) return fetch(request);
    const again = request.clone();
    const response = await fetch(request);
    if (response.status !== 401) return response;
    const { code } = await readProblem(response.clone());
    const token = code === "sign_in_invalid" ? await renew(refused) : null;
    if (token === null) return response;
    again.headers.set("authorization", scheme + token);
    return fetch(again);
  };
}
