/** Files of a test: a name and bytes that are the same in every run. */
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { test } from "../../support/test";

/** Of the stack of these tests. Bytes. */
export const PART = 262_144;
/** Larger files go by multipart. Bytes. */
export const THRESHOLD = 1_048_576;

export interface Content {
  readonly name: string;
  readonly bytes: Buffer;
}

/** `size` bytes that hang on the name, and repeat nowhere within a part. */
export function content(name: string, size: number): Content {
  const bytes = Buffer.alloc(size);
  for (let at = 0, block = 0; at < size; at += 64, block += 1) {
    createHash("sha512").update(`${name} ${block}`).digest().copy(bytes, at);
  }
  return { name, bytes };
}

/** Writes it into the running test's own folder. @returns its path */
export async function onDisk({ name, bytes }: Content): Promise<string> {
  const path = test.info().outputPath(name);
  await writeFile(path, bytes);
  return path;
}

export function sha256({ bytes }: Content): string {
  return createHash("sha256").update(bytes).digest("hex");
}
