/** One request to S3 on a connection of its own, given up when it makes no progress. */
import type { Connections } from "./connections";
import type { S3Answer } from "./core/answer";
import { outcomeOf } from "./core/pool";
import type { ClockPort } from "./ports";
import { StallWatch } from "./stallWatch";

export interface Watched {
  readonly clock: ClockPort;
  readonly connections: Connections;
  readonly url: string;
  /** Stops the request. */
  readonly control: AbortController;
}

/** @param make gets what to call at every progress; it does not reject */
export async function watchedRequest<Answer extends S3Answer | { readonly kind: "unstored" }>(
  { clock, connections, url, control }: Watched,
  make: (progressed: () => void) => Promise<Answer>,
): Promise<Answer | S3Answer> {
  const startedAt = clock.now();
  connections.used(url);
  const watch = new StallWatch(clock, () => {
    control.abort();
  });
  const answer = await make(() => {
    watch.progressed();
  });
  watch.end();
  const outcome: Answer | S3Answer = watch.stalled ? { kind: "stalled" } : answer;
  connections.freed(outcomeOf(outcome), startedAt);
  return outcome;
}
