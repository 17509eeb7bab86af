import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const ODD_NAMES = [
  "보고서 최종.xlsx",
  "사진 (1).JPG",
  "a+b=c.txt",
  "100%.csv",
  "%41 is not A.txt",
  "🎉 party 🚀.png",
  "semi;colon & amp.html",
  "question?mark#hash.md",
  'it\'s quoted "so".json',
  "tilde~under_score-dash.tar.gz",
  ".hidden",
  "no-extension",
  "trailing.dots..",
  "日本語のファイル.pdf",
  "naïve café.txt",
  "한글 자모 분리.txt".normalize("NFD"),
  "comma,semicolon;.csv",
  "[brackets]{braces}.js",
  "$dollar@at!bang.sh",
  "back\\slash.txt",
];

/** Writes `count` small files (0 to 256 KiB, random bytes), the odd names first. Returns their paths. */
export async function smallFiles(dir: string, count: number): Promise<string[]> {
  await mkdir(dir, { recursive: true });
  const names = Array.from({ length: count }, (_, at) => ODD_NAMES[at] ?? `file ${at} – 파일.bin`);
  const sizes = names.map((_, at) => (at === ODD_NAMES.length ? 0 : (at * 1311) % 262_144));
  await Promise.all(
    names.map((name, at) => writeFile(join(dir, name), randomBytes(sizes[at] ?? 0))),
  );
  return names.map((name) => join(dir, name));
}

/** Writes one file of `size` random bytes without holding it in memory. */
export async function bigFile(path: string, size: number): Promise<string> {
  const file = await open(path, "w");
  for (let left = size; left > 0; left -= 8_388_608) {
    await file.write(randomBytes(Math.min(left, 8_388_608)));
  }
  await file.close();
  return path;
}

/** SHA-256 of each file in a folder, by name. */
export async function digests(dir: string): Promise<Record<string, string>> {
  const names = (await readdir(dir)).sort();
  const sums = await Promise.all(names.map((name) => sha256(join(dir, name))));
  return Object.fromEntries(names.map((name, at) => [name, sums[at] ?? ""]));
}

/** SHA-256 of a file on the disk. */
export async function sha256(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
