/** The downloads that are being staged: what a worker does for each call of its page. */
import type { S3Answer } from "../../core/answer";
import { type Failure, failure } from "../../core/failure";
import type { Opening, RangeAnswer, RemoteObject, Verification } from "../../downloads/ports";
import { comparisonWith } from "./comparison";
import { Follower } from "./follower";
import type { RangeOrder, StagedBytes } from "./messages";
import { fetchRange } from "./rangeFetch";
import { RangeWriter } from "./rangeWriter";
import type { Room } from "./room";
import type { StagedFile } from "./stagedFile";
import { stagingFailure } from "./stagingFailure";

interface Staged {
  readonly object: RemoteObject;
  readonly file: StagedFile;
  /** Null: there is nothing to compare with. */
  readonly follower: Follower | null;
}

/** No call rejects. */
export class Staging {
  private readonly all = new Map<string, Staged>();

  /** `pause` gives other work of this thread its turn. */
  constructor(
    private readonly room: Room,
    private readonly pause: () => Promise<void>,
  ) {}

  async open(id: string, object: RemoteObject): Promise<Opening> {
    this.close(id);
    try {
      const { file, kept } = await this.room.open(id, object.size);
      const isReady = await this.enter(id, object, file);
      if (!isReady) return outOfMemory();
      return kept ? "kept" : "empty";
    } catch (error) {
      return stagingFailure(error, object.size);
    }
  }

  /** False: the memory for its hash is not there. */
  private async enter(id: string, object: RemoteObject, file: StagedFile): Promise<boolean> {
    try {
      const comparison = await comparisonWith(object);
      const follower = comparison && new Follower(file, comparison, this.pause);
      this.all.set(id, { object, file, follower });
      return true;
    } catch {
      file.close();
      return false;
    }
  }

  /** `controller` ends it; what has arrived by then stays where it is. */
  async fetch(
    order: RangeOrder,
    controller: AbortController,
    onArrival: (total: number) => void,
  ): Promise<RangeAnswer> {
    const staged = this.all.get(order.id);
    if (staged === undefined) return { kind: "unstored", failure: notOpen() };
    const flushAt = staged.follower === null ? order.to : null;
    const writer = new RangeWriter(staged.file, order.from, flushAt, staged.object.size);
    const take = (bytes: Uint8Array) => {
      writer.take(bytes);
    };
    const answer = await fetchRange(order, controller, { take, onArrival });
    if (writer.failure !== null) return { kind: "unstored", failure: writer.failure };
    if (isStored(answer)) staged.follower?.stored(order.from, order.to);
    return answer;
  }

  async verify(id: string): Promise<Verification> {
    const staged = this.all.get(id);
    if (staged === undefined) return { kind: "unreadable", failure: notOpen() };
    const { object, file, follower } = staged;
    try {
      if (follower === null) return { kind: "matched", algorithm: null };
      return await follower.end(object.size);
    } catch (error) {
      return { kind: "unreadable", failure: stagingFailure(error, object.size) };
    } finally {
      // Others may read and move it from now on.
      file.close();
    }
  }

  async bytes(id: string): Promise<StagedBytes | Failure> {
    const staged = this.all.get(id);
    if (staged === undefined) return notOpen();
    try {
      return await staged.file.bytes();
    } catch (error) {
      return stagingFailure(error, staged.object.size);
    }
  }

  async discard(id: string): Promise<undefined> {
    this.close(id);
    await this.room.free(id).catch(() => undefined);
  }

  async keepOnly(ids: ReadonlySet<string>): Promise<undefined> {
    await this.room.keepOnly(ids).catch(() => undefined);
  }

  private close(id: string): void {
    this.all.get(id)?.file.close();
    this.all.delete(id);
  }
}

function isStored(answer: S3Answer): boolean {
  return answer.kind === "answered" && answer.status < 300;
}

/** An earlier worker, which had opened it, is gone. */
function notOpen(): Failure {
  return failure("worker_stopped");
}

/** Its words name that as the likely cause. */
function outOfMemory(): Failure {
  return failure("worker_stopped");
}
