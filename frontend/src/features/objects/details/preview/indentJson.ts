/** JSON with line ends and indents; every number and string stays letter by letter as it is. */

const indent = "  ";

/** Strings whole, then signs, then everything else up to the next sign or space. */
const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Indents grow with the square of the depth: brackets alone would make gigabytes of them. */
const maxDepth = 200;
/** Characters. */
const maxLength = 2_000_000;

/** @returns null where the text is no JSON, or one that would grow too deep or too long. */
export function indentJson(text: string): string | null {
  if (!isJson(text)) return null;
  let depth = 0;
  let written = "";
  let before = "";
  const startLine = () => `\n${indent.repeat(depth)}`;
  for (const [part] of text.matchAll(token)) {
    const isClosing = part === "}" || part === "]";
    if (isClosing) depth -= 1;
    const isEmpty = isClosing && (before === "{" || before === "[");
    const opensLine = before === "{" || before === "[" || before === "," || isClosing;
    written += (opensLine && !isEmpty ? startLine() : "") + part + (part === ":" ? " " : "");
    if (part === "{" || part === "[") depth += 1;
    if (depth > maxDepth || written.length > maxLength) return null;
    before = part;
  }
  return written;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
