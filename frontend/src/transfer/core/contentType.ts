/** Whether a MIME type is on the configured allow-list. */

/** `allowed` holds types and wildcards like "image/*"; parameters such as charset do not matter. */
export function isAllowed(contentType: string, allowed: readonly string[]): boolean {
  const type = contentType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return allowed.some((pattern) => matches(type, pattern.toLowerCase()));
}

/** Whether every type is allowed, so that none has to be looked for. */
export function allowsAll(allowed: readonly string[]): boolean {
  return allowed.includes("*/*");
}

function matches(type: string, pattern: string): boolean {
  if (pattern === "*/*") return true;
  return pattern.endsWith("/*") ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
}
