/** What a page may read of an ID token; only the API decides whether it is genuine. */

/** The uid of whom it was made for; null for what is no ID token. */
export function subjectOf(token: string): string | null {
  const [, payload, signature] = token.split(".");
  if (payload === undefined || signature === undefined) return null;
  try {
    const json = atob(payload.replaceAll("-", "+").replaceAll("_", "/"));
    return (JSON.parse(json) as { sub?: string }).sub ?? null;
  } catch {
    return null;
  }
}
