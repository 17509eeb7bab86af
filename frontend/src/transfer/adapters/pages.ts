/** Which pages of the app live in this browser: each holds a Web Lock of its own to its end. */

const PREFIX = "s3loader page ";

/** This page; `randomUUID` is for secure contexts alone. */
export const page = crypto.getRandomValues(new Uint32Array(4)).join("-");

let held: Promise<void> | null = null;

/**
 * Resolves once the others can see this page.
 * @throws DOMException where the browser gives no locks, as where site data is blocked
 */
export function live(): Promise<void> {
  return (held ??= new Promise((resolve, reject) => {
    const untilTheEnd = () => {
      resolve();
      return new Promise(() => undefined);
    };
    navigator.locks.request(PREFIX + page, untilTheEnd).catch(reject);
  }));
}

/** Those that have begun to live, this one left out. */
export async function otherPages(): Promise<ReadonlySet<string>> {
  const { held: locks = [] } = await navigator.locks.query();
  const lives = locks.filter(({ mode }) => mode !== "shared").map(({ name = "" }) => name);
  const names = lives.filter((name) => name.startsWith(PREFIX));
  return new Set(names.map((name) => name.slice(PREFIX.length)).filter((id) => id !== page));
}

/**
 * Resolves when that page has ended, at once if it has.
 * @throws DOMException where the browser gives no locks
 */
export async function ended(other: string): Promise<void> {
  await navigator.locks.request(PREFIX + other, { mode: "shared" }, () => undefined);
}
