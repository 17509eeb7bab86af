/** Calls of the API that are made again while the trouble is passing. */
import { backoff, exhausted, SLOW_BASE_MS } from "./core/retry";
import type { ApiAnswer, ApiPort, World } from "./ports";

/** The world's API, patient: without a network it waits for one, which costs no attempt. */
export function persistentApi(world: World, onOffline: () => void): ApiPort {
  const { api } = world;
  const persist = <Value>(ask: () => Promise<ApiAnswer<Value>>) =>
    persistently(world, onOffline, ask);
  return {
    plan: (request) => persist(() => api.plan(request)),
    sign: (request) => persist(() => api.sign(request)),
    complete: (bucket, uploads) => persist(() => api.complete(bucket, uploads)),
    uploaded: (bucket, key, uploadId) => persist(() => api.uploaded(bucket, key, uploadId)),
    abort: (bucket, key, uploadId) => persist(() => api.abort(bucket, key, uploadId)),
  };
}

/** Asks again while the trouble is passing; the answer that is left decides. */
export async function persistently<Value>(
  world: Pick<World, "clock" | "connectivity" | "random">,
  onOffline: () => void,
  ask: () => Promise<ApiAnswer<Value>>,
): Promise<ApiAnswer<Value>> {
  let attempt = 0;
  let failingSince = world.clock.now();
  for (;;) {
    const answer = await ask();
    if (answer.kind === "ok" || !answer.retry) return answer;
    if (world.connectivity.isOnline()) {
      attempt += 1;
      if (exhausted(attempt, world.clock.now() - failingSince)) return answer;
      await sleep(world, backoff(attempt, SLOW_BASE_MS, world.random()));
    } else {
      onOffline();
      await online(world);
      failingSince = world.clock.now();
    }
  }
}

function sleep({ clock }: Pick<World, "clock">, ms: number): Promise<void> {
  return new Promise((wake) => {
    clock.after(ms, wake);
  });
}

function online({ connectivity }: Pick<World, "connectivity">): Promise<void> {
  return new Promise((wake) => {
    const stopListening = connectivity.onChange(() => {
      if (!connectivity.isOnline()) return;
      stopListening();
      wake();
    });
  });
}
