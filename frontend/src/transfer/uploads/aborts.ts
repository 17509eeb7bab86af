/** Gives up multipart uploads at S3; what expired keys could not give up waits for new ones. */
import type { Effect } from "../core/events";
import { needsNewKeys } from "../core/keys";
import type { ApiPort } from "../ports";

type AbortEffect = Extract<Effect, { kind: "abort" }>;

export class Aborts {
  private readonly waiting: [bucket: string, effect: AbortEffect][] = [];

  constructor(private readonly api: ApiPort) {}

  async abort(bucket: string, effect: AbortEffect): Promise<void> {
    const answer = await this.api.abort(bucket, effect.key, effect.uploadId);
    if (answer.kind === "failed" && needsNewKeys(answer.failure))
      this.waiting.push([bucket, effect]);
  }

  /** There may be new keys. */
  again(): void {
    for (const [bucket, effect] of this.waiting.splice(0)) void this.abort(bucket, effect);
  }
}
