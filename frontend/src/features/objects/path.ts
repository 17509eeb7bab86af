/** Path arithmetic on prefixes: "a/b/" has the steps "a/" and "a/b/"; "" is the bucket's root. */
export interface PathStep {
  readonly name: string;
  readonly prefix: string;
}

/** The steps from the root to `prefix`, nearest to the root first. */
export function pathSteps(prefix: string): readonly PathStep[] {
  const names = prefix.split("/").slice(0, -1);
  return names.map((name, index) => ({ name, prefix: names.slice(0, index + 1).join("/") + "/" }));
}

/** The prefix above, or null at the root. */
export function parentPrefix(prefix: string): string | null {
  if (prefix === "") return null;
  return prefix.slice(0, prefix.lastIndexOf("/", prefix.length - 2) + 1);
}

/** The step directly below `above` on the way to `prefix`, or null when it does not lead there. */
export function stepBelow(above: string, prefix: string): string | null {
  if (!prefix.startsWith(above) || prefix === above) return null;
  return prefix.slice(0, prefix.indexOf("/", above.length) + 1);
}

/** The prefix that a key is directly below. */
export function prefixOf(key: string): string {
  return key.slice(0, key.lastIndexOf("/") + 1);
}
