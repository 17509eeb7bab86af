/** A response's body, read into memory that is lent to it. */

export type Body = ReadableStream<Uint8Array<ArrayBuffer>>;
type Bytes = Uint8Array<ArrayBuffer>;

export interface Source {
  /**
   * Takes `into` away and gives back the part of it that was filled, in a new view of the same
   * memory; empty at the end.
   * @throws what the stream throws
   */
  read(into: Bytes): Promise<Bytes>;
}

export function sourceOf(body: Body): Source {
  return borrowing(body) ?? copying(body.getReader());
}

/** The browser itself fills the memory; null where it cannot (Safari). */
function borrowing(body: Body): Source | null {
  try {
    const reader = body.getReader({ mode: "byob" });
    return { read: async (into) => (await reader.read(into)).value ?? new Uint8Array(0) };
  } catch {
    return null;
  }
}

function copying(reader: ReadableStreamDefaultReader<Bytes>): Source {
  let rest: Bytes = new Uint8Array(0);
  return {
    async read(into) {
      while (rest.length === 0) {
        const { done, value } = await reader.read();
        if (done) return into.subarray(0, 0);
        rest = value;
      }
      const piece = rest.subarray(0, into.length);
      rest = rest.subarray(piece.length);
      into.set(piece);
      return into.subarray(0, piece.length);
    },
  };
}
