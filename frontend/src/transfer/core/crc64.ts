/** CRC64NVME of a whole, made of the CRCs of its parts, so that no byte is read twice. */

/** The polynomial of CRC64NVME, its bits reversed; source: NVM Express NVM Command Set, 5.2.1.3.4. */
const POLYNOMIAL = 0x9a6c_9329_ac4b_c9b5n;

/** In this notation the highest bit is x to the power of 0. */
const ONE = 1n << 63n;
const X_TO_THE_8 = ONE >> 8n;

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

export interface PartChecksum {
  /** Base64 of eight bytes. */
  readonly crc64nvme: string;
  /** Bytes. */
  readonly length: number;
}

/** The CRC64NVME of all parts together, base64. */
export function combined(parts: readonly PartChecksum[]): string {
  const last = parts.length - 1;
  const whole = parts.reduce((sum, { crc64nvme, length }, i) => {
    // Most objects are one part: what follows nothing is as it is.
    if (sum === 0n) return decoded(crc64nvme);
    // The last part has a size of its own, so a table for it would be used once.
    const before = i === last ? times(sum, power(length)) : shiftOf(length)(sum);
    return before ^ decoded(crc64nvme);
  }, 0n);
  return encoded(whole);
}

/** By length: uploads share these tables, for each takes milliseconds to make. */
const shifts = new Map<number, Shift>();

/** Part sizes are few; a page that meets more begins to collect them anew. */
const MAX_SHIFTS = 64;

function shiftOf(bytes: number): Shift {
  const known = shifts.get(bytes);
  if (known !== undefined) return known;
  if (shifts.size >= MAX_SHIFTS) shifts.clear();
  const shift = shiftBy(bytes);
  shifts.set(bytes, shift);
  return shift;
}

/** What a CRC becomes when more bytes follow: x to the power of 8 for each, times the CRC. */
type Shift = (crc: bigint) => bigint;

/** Multiplication by a constant is linear, so a table of what each byte becomes does it. */
function shiftBy(bytes: number): Shift {
  const factor = power(bytes);
  const table = Array.from({ length: 8 }, (_, place) => bytesTimes(factor, BigInt(place) * 8n));
  return (crc) => {
    let product = 0n;
    let rest = crc;
    for (const row of table) {
      product ^= row[Number(rest & 0xffn)] ?? 0n;
      rest >>= 8n;
    }
    return product;
  };
}

/** Each byte, moved to the left by `offset` bits, times `factor`. */
function bytesTimes(factor: bigint, offset: bigint): readonly bigint[] {
  const bits = Array.from({ length: 8 }, (_, bit) => times(1n << (offset + BigInt(bit)), factor));
  return Array.from({ length: 256 }, (_, byte) => {
    return bits.reduce((sum, product, bit) => (byte & (1 << bit) ? sum ^ product : sum), 0n);
  });
}

/** x to the power of eight times `bytes`. */
function power(bytes: number): bigint {
  let result = ONE;
  let square = X_TO_THE_8;
  for (let rest = bytes; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = times(result, square);
    square = times(square, square);
  }
  return result;
}

/** The product of two polynomials, modulo the CRC's. */
function times(one: bigint, other: bigint): bigint {
  let product = 0n;
  let shifted = other;
  for (let bit = ONE; bit > 0n; bit >>= 1n) {
    if (one & bit) product ^= shifted;
    shifted = shifted & 1n ? (shifted >> 1n) ^ POLYNOMIAL : shifted >> 1n;
  }
  return product;
}

/** Eleven letters and a padding: 66 bits, of which the last two say nothing. */
function decoded(base64: string): bigint {
  const values = Array.from({ length: 11 }, (_, i) => BASE64.indexOf(base64.charAt(i)));
  return values.reduce((sum, value) => (sum << 6n) | BigInt(value), 0n) >> 2n;
}

function encoded(crc: bigint): string {
  const bits = crc << 2n;
  const letters = Array.from({ length: 11 }, (_, i) => {
    return BASE64[Number((bits >> BigInt(60 - 6 * i)) & 63n)];
  });
  return `${letters.join("")}=`;
}
