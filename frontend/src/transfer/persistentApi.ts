/** Calls of the API that are made again while the trouble is passing. */
import { backoff, MAX_ATTEMPTS } from "./core/retry";
import type { ApiAnswer, ApiPort, World } from "./ports";

/** The world's API, patient: without a network it waits for one, which costs no attempt. */
export function persistentApi(world: World): ApiPort {
  const { api } = world;
  return {
    plan: (request) => persist(world, () => api.plan(request)),
    sign: (request) => persist(world, () => api.sign(request)),
    complete: (bucket, uploads) => persist(world, () => api.complete(bucket, uploads)),
    abort: (bucket, key, uploadId) => persist(world, () => api.abort(bucket, key, uploadId)),
  };
}

async function persist<Value>(
  world: World,
  ask: () => Promise<ApiAnswer<Value>>,
): Promise<ApiAnswer<Value>> {
  let attempt = 0;
  for (;;) {
    const answer = await ask();
    if (answer.kind === "ok" || !answer.retry) return answer;
    if (world.connectivity.isOnline()) {
      attempt += 1;
      if (attempt >= MAX_ATTEMPTS) return answer;
      await sleep(world, backoff(attempt, false, world.random()));
    } else {
      await online(world);
    }
  }
}

function sleep({ clock }: World, ms: number): Promise<void> {
  return new Promise((wake) => {
    clock.after(ms, wake);
  });
}

function online({ connectivity }: World): Promise<void> {
  return new Promise((wake) => {
    const stopListening = connectivity.onChange(() => {
      if (!connectivity.isOnline()) return;
      stopListening();
      wake();
    });
  });
}
