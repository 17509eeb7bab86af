/** Goes on with multipart uploads that another page or program has begun. */
import { failure } from "../core/failure";
import { type MultipartPlan, pieceRange } from "../core/plan";
import { restored } from "../core/restoring";
import { queued, type Source, type Upload } from "../core/upload";
import type { Arrival } from "../lazyUploads";
import type { ApiPort, UploadedPart } from "../ports";
import type { Leftover } from "../transfers";
import { failed } from "./failed";
import type { Memory } from "./memory";
import { newUploadEntry, type UploadEntry } from "./uploadEntry";
import type { UploadTable } from "./uploadTable";

const MAX_PARTS = 10_000;
const MiB = 1024 * 1024;

export interface LeftoversOptions {
  readonly api: ApiPort;
  /** Bytes of a part, unless there would be too many. */
  readonly partSize: number;
  readonly memory: Memory;
  readonly table: UploadTable;
  /** Says of an upload that it can go on. */
  readonly resume: (entry: UploadEntry) => void;
}

export class Leftovers {
  /** Those that go on as soon as it is known that their parts are cut alike. */
  private readonly goingOn = new Set<string>();

  constructor(private readonly options: LeftoversOptions) {}

  async takeUp(leftover: Leftover, { file, handle, ...source }: Arrival): Promise<void> {
    const { memory, table, resume, partSize } = this.options;
    const plan = planFor(leftover, source.size, partSize);
    const kept = { plan, parts: new Map() };
    const entry = newUploadEntry(restored(source, "refuse", kept, "person"), file, handle);
    table.enter(entry);
    if (!(await memory.take(entry.upload))) {
      table.become(entry, restored(source, "refuse", kept, "other-page"));
      return;
    }
    memory.write(entry);
    table.show(entry);
    const isAlike = await this.isCutAlike(leftover, plan, source.size);
    const isWanted = this.goingOn.delete(source.id);
    if (entry.upload.phase !== "paused") return;
    if (isAlike && isWanted) resume(entry);
    else if (!isAlike) table.become(entry, mismatched(leftover, source));
  }

  /** It is about to be taken up. */
  expect(id: string): void {
    this.goingOn.add(id);
  }

  /** A person would rather have them wait. */
  pause(ids: readonly string[]): void {
    for (const id of ids) this.goingOn.delete(id);
  }

  /** It is another file than the one that was begun with. */
  refuse(leftover: Leftover, { file, handle, ...source }: Arrival): void {
    const entry = newUploadEntry(mismatched(leftover, source), file, handle);
    this.options.table.enter(entry);
    this.options.table.show(entry);
  }

  /** Where the API cannot tell, the engine meets the same trouble and deals with it. */
  private async isCutAlike(
    { bucket, key, uploadId }: Leftover,
    plan: MultipartPlan,
    size: number,
  ): Promise<boolean> {
    const answer = await this.options.api.uploaded(bucket, key, uploadId);
    return answer.kind === "failed" || answer.value.every((part) => fits(part, plan, size));
  }
}

/** As one that has begun nothing: what is at S3 may be another file's, and stays. */
function mismatched({ key }: Leftover, source: Source): Upload {
  const reason = failure("leftover_mismatch", { name: source.name, key });
  return failed(queued(source, "refuse"), reason);
}

/** How the API lays out a file of `size` bytes, of which parts have `usual` bytes if they may. */
export function planFor({ key, uploadId }: Leftover, size: number, usual: number): MultipartPlan {
  const least = Math.ceil(size / MAX_PARTS);
  const partSize = least <= usual ? usual : Math.ceil(least / MiB) * MiB;
  const partCount = Math.max(1, Math.ceil(size / partSize));
  // Whoever began it has not told how, nor whether S3 encrypts it so that ETags are no MD5.
  const unknown = { nonce: null, etagIsMd5: null };
  return { kind: "multipart", key, uploadId, partSize, partCount, ...unknown };
}

function fits(part: UploadedPart, plan: MultipartPlan, size: number): boolean {
  const { from, to } = pieceRange(plan, part.partNumber, size);
  return part.size === to - from;
}
