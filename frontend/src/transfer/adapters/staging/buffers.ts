/** Memory that ranges gather their bytes in, one after the other: new memory is freed too late. */

/** Bytes of a write. */
export const GATHERED = 4 * 1024 * 1024;

const spare: ArrayBuffer[] = [];

export function takeBuffer(): ArrayBuffer {
  return spare.pop() ?? new ArrayBuffer(GATHERED);
}

/** What was lent to a stream that broke is lost with it. */
export function giveBack(buffer: ArrayBuffer): void {
  if (buffer.byteLength === GATHERED) spare.push(buffer);
}
