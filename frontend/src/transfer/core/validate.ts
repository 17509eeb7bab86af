/** What can be refused before any byte moves; the API checks the same again. */
import { failure, type Failure } from "./failure";
import type { Source } from "./upload";

/** Sizes in bytes, as the API's configuration gives them. */
export interface Limits {
  readonly multipartThreshold: number;
  readonly maxObjectSize: number;
  readonly maxKeyBytes: number;
}

/** Why this file cannot be uploaded to where it should go, or null. */
export function refusal(source: Source, limits: Limits): Failure | null {
  const { name, prefix, size } = source;
  const reason = nameProblem(name);
  if (reason !== null) return failure("name_invalid", { name, reason });
  const bytes = utf8Length(prefix + name);
  if (bytes > limits.maxKeyBytes) {
    return failure("key_too_long", { name, bytes, limit: limits.maxKeyBytes });
  }
  if (size > limits.maxObjectSize) {
    return failure("file_too_large", { name, size, limit: limits.maxObjectSize });
  }
  return null;
}

function nameProblem(name: string): string | null {
  if (name === "") return "empty";
  if (name.includes("/")) return "slash";
  // Browsers collapse these segments in URLs, so such a key could never be addressed.
  if (name === "." || name === "..") return "dots";
  if (hasCodePoint(name, isControl)) return "control";
  return hasCodePoint(name, isLoneSurrogate) ? "encoding" : null;
}

function hasCodePoint(name: string, matches: (code: number) => boolean): boolean {
  for (const character of name) if (matches(character.codePointAt(0) ?? 0)) return true;
  return false;
}

function isControl(code: number): boolean {
  return code < 0x20 || (code >= 0x7f && code <= 0x9f);
}

/** Half of a character, which UTF-8 and so a key cannot hold. */
function isLoneSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

/** Bytes of the text in UTF-8: S3 limits a key's bytes, not its characters. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
