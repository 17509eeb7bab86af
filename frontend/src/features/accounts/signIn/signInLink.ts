/** The link of a sign-in e-mail: taken out of the address, and the address that it was sent to. */

const storageKey = "s3loader.signIn.email";
/** Where the person was; not in the mail's link, for a path is no business of a mail server. */
const placeKey = "s3loader.signIn.place";

/** What Firebase appends to the address that a link leads to. */
const parameters = ["apiKey", "oobCode", "mode", "lang", "continueUrl", "tenantId"];

/**
 * The link that the page was opened by, or null. Nothing of its one-time code stays in the address,
 * the history, or what later requests and analytics could tell of the page. Who asked for the link
 * in this browser is where they were then.
 */
export function takeSignInLink(): string | null {
  const url = new URL(location.href);
  const { href, searchParams } = url;
  if (searchParams.get("mode") !== "signIn" || !searchParams.has("oobCode")) return null;
  for (const name of parameters) searchParams.delete(name);
  const place = localStorage.getItem(placeKey);
  localStorage.removeItem(placeKey);
  history.replaceState(history.state, "", place === null ? url : url.origin + place);
  return href;
}

/** The address that a link was sent to from this browser. */
export const linkEmail = {
  read: () => localStorage.getItem(storageKey),
  keep: (email: string) => {
    localStorage.setItem(storageKey, email);
    localStorage.setItem(placeKey, `${location.pathname}${location.search}`);
  },
  forget: () => {
    localStorage.removeItem(storageKey);
    localStorage.removeItem(placeKey);
  },
};
