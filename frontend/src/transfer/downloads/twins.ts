/** Paths of one request, told apart where a local file system would take two of them for one. */
import { folded, localPath, numbered } from "../core/downloads/localPath";
import type { LocalPath } from "./ports";

export interface Placed {
  readonly path: LocalPath;
  /** Not the key's own name. */
  readonly renamed: boolean;
}

export class Twins {
  private readonly files = new Set<string>();
  private readonly folders = new Set<string>();

  /** @param base what is below this prefix keeps its path */
  constructor(private readonly base: string) {}

  /** Where a key goes; null for `base` itself, which has no name below it. */
  place(key: string, isFolder: boolean): Placed | null {
    const wanted = localPath(isFolder ? key.slice(0, -1) : key, this.base);
    if (wanted === null) return null;
    const folders = isFolder ? wanted : wanted.slice(0, -1);
    const path = this.enter(folders);
    if (!isFolder) path.push(this.fileName(path, wanted.at(-1) ?? ""));
    const own = key.slice(this.base.length);
    return { path, renamed: path.join("/") + (isFolder ? "/" : "") !== own };
  }

  /** A file and a folder of one name cannot stand side by side, as keys can. */
  private enter(steps: LocalPath): string[] {
    const path: string[] = [];
    for (const step of steps) {
      path.push(free(path, step, (name) => this.files.has(name)));
      this.folders.add(folded(path));
    }
    return path;
  }

  private fileName(folder: LocalPath, wanted: string): string {
    const isTaken = (name: string) => this.files.has(name) || this.folders.has(name);
    const name = free(folder, wanted, isTaken);
    this.files.add(folded([...folder, name]));
    return name;
  }
}

/** The name itself, or with the first number that is not taken. */
function free(folder: LocalPath, wanted: string, isTaken: (folded: string) => boolean): string {
  let name = wanted;
  for (let number = 1; isTaken(folded([...folder, name])); number += 1) {
    name = numbered(wanted, number);
  }
  return name;
}
