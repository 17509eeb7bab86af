/** Bytes as text: by the byte order mark, else as UTF-8, else as a person asks for. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "euc-kr";

export interface DecodedText {
  readonly text: string;
  /** Some of the bytes are no text in this encoding. */
  readonly isDamaged: boolean;
}

export function encodingOf([first, second]: Uint8Array): Encoding {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return "utf-8";
}

/** @param isCut the bytes end anywhere, even within a character, which is then left out. */
export function decodeText(bytes: Uint8Array, encoding: Encoding, isCut: boolean): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes, { stream: isCut });
  return { text, isDamaged: text.includes("\ufffd") };
}
