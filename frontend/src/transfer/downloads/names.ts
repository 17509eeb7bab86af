/** Local names of downloads that are not finished: two of them never write to one place. */
import { folded, numbered } from "../core/downloads/localPath";
import type { Download } from "../core/downloads/download";
import type { Failure } from "../core/failure";
import type { FolderPort, LocalPath } from "./ports";

export type Naming =
  | { readonly kind: "free"; readonly path: LocalPath }
  | { readonly kind: "taken" }
  | { readonly kind: "failed"; readonly failure: Failure };

/** Numbers that are tried before a person is asked again. */
const MAX_NUMBER = 10_000;

export class Names {
  private readonly holders = new Map<string, string>();
  private readonly held = new Map<string, string>();

  constructor(private readonly folder: Pick<FolderPort, "has">) {}

  /**
   * The name under which a download may be saved, kept for it from now on.
   * @param isWanted false once nobody waits for it any more
   */
  async find({ source, path, onTaken }: Download, isWanted: () => boolean): Promise<Naming> {
    for (let number = 0; number <= MAX_NUMBER; number += 1) {
      const candidate = number === 0 ? path : withNumber(source.path, number);
      const isMine = this.hold(source.id, candidate);
      if (isMine && onTaken === "replace") return { kind: "free", path: candidate };
      const has = isMine ? await this.folder.has(candidate) : true;
      if (has === false) return { kind: "free", path: candidate };
      if (isMine) this.release(source.id);
      if (has !== true) return { kind: "failed", failure: has };
      if (onTaken !== "keep-both" || !isWanted()) break;
    }
    return { kind: "taken" };
  }

  release(id: string): void {
    const name = this.held.get(id);
    if (name === undefined) return;
    this.held.delete(id);
    this.holders.delete(name);
  }

  /** @returns whether no other download holds it */
  private hold(id: string, path: LocalPath): boolean {
    const name = folded(path);
    const holder = this.holders.get(name);
    if (holder !== undefined) return holder === id;
    this.release(id);
    this.holders.set(name, id);
    this.held.set(id, name);
    return true;
  }
}

function withNumber(path: LocalPath, number: number): LocalPath {
  return [...path.slice(0, -1), numbered(path.at(-1) ?? "", number)];
}
