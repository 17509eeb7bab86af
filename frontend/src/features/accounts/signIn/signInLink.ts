/** The link of a sign-in e-mail: taken out of the address, and the address that it was sent to. */

/** What Firebase appends to the address that a link leads to. */
const parameters = ["apiKey", "oobCode", "mode", "lang", "continueUrl", "tenantId"];

/**
 * The link that the page was opened by, or null. Nothing of its one-time code stays in the address,
 * the history, or what later requests and analytics could tell of the page.
 */
export function takeSignInLink(): string | null {
  const url = new URL(location.href);
  const { href, searchParams } = url;
  if (searchParams.get("mode") !== "signIn" || !searchParams.has("oobCode")) return null;
  for (const name of parameters) searchParams.delete(name);
  history.replaceState(history.state, "", url);
  return href;
}

const storageKey = "s3loader.signIn.email";

/** The address that a link was sent to from this browser. */
export const linkEmail = {
  read: () => localStorage.getItem(storageKey),
  keep: (email: string) => {
    localStorage.setItem(storageKey, email);
  },
  forget: () => {
    localStorage.removeItem(storageKey);
  },
};
