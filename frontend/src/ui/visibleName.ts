/** Names as people can see them: control characters become their Unicode pictures. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const control = /[\u0000-\u001f\u007f]/g;

export function visibleName(name: string): string {
  return name.replace(control, (c) =>
    c === "\u007f" ? "␡" : String.fromCodePoint(0x2400 + c.charCodeAt(0)),
  );
}
