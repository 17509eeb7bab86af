/** Names that a local file system takes, made from keys: what it would refuse is replaced visibly. */
import type { LocalPath } from "./object";

/** UTF-8; Linux takes 255, and Chromium writes into a file beside it whose name has ".crswap" more. */
const MAX_BYTES = 248;

/** What Windows refuses, and what Chromium refuses besides wherever it runs; joiners are letters. */
const REFUSED = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}<>:"|?*\\/]/gu;

/** Spaces and dots at an end, spaces and a tilde at the beginning; one dot there is fine. */
const REFUSED_END = /[.\s]+$/u;
const REFUSED_START = /^[\s~]|^\.(?=[.\s])/u;

/** Windows keeps these for devices, with any extension, and for its own files. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|clock\$|conin\$|conout\$)(?=\.|$)/iu;
const MAGIC = /^(desktop\.ini|thumbs\.db)$/iu;

/** Files that Windows' shell acts upon. */
const SHELL = /\.(lnk|scf|url|\{[^}]*\})$/iu;

/** The path of a key below `prefix`; null for the prefix itself. */
export function localPath(key: string, prefix: string): LocalPath | null {
  const below = key.slice(prefix.length);
  if (below === "") return null;
  return below.split("/").map(localName);
}

/** One step of a key as a name that every local file system takes. */
export function localName(step: string): string {
  const plain = step
    .replace(REFUSED, "_")
    .replace(REFUSED_END, (end) => "_".repeat(end.length))
    .replace(REFUSED_START, "_")
    .replace(RESERVED, "$1_")
    .replace(MAGIC, "$1_")
    .replace(SHELL, "$&_");
  return shortened(plain === "" ? "_" : plain, "");
}

/** "a (1).txt" of "a.txt" and 1; "a (1)" of "a". */
export function numbered(name: string, number: number): string {
  return shortened(name, ` (${number})`);
}

/** The name with a mark before its extension, cut to what file systems take, at a character. */
function shortened(name: string, mark: string): string {
  const [stem, extension] = split(name);
  const room = MAX_BYTES - bytesOf(mark) - bytesOf(extension);
  if (bytesOf(stem) <= room) return stem + mark + extension;
  // An extension that leaves no room for a name is none.
  if (room < 1) return cut(name, MAX_BYTES - bytesOf(mark)) + mark;
  return cut(stem, room) + mark + extension;
}

/** ".hidden" has no extension. */
function split(name: string): readonly [string, string] {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
}

function cut(text: string, bytes: number): string {
  let kept = "";
  let used = 0;
  for (const character of text) {
    used += bytesOf(character);
    if (used > bytes) break;
    kept += character;
  }
  return kept.replace(REFUSED_END, "_");
}

/** In UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
  }
  return bytes;
}

/** Equal for paths that some file system takes for one: by case, or by how accents are written. */
export function folded(path: LocalPath): string {
  return path.join("/").normalize("NFC").toLowerCase();
}
