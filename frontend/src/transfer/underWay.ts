/** What of a transfer is under way and cannot be data: its requests and its waits. */

export interface UnderWay {
  /** By part or range; "comparison" for what is hashed to compare it with what S3 has. */
  readonly requests: Map<number | "comparison", AbortController>;
  /** Cancels the waits, by part or range; "call" for the wait before a call of the API. */
  readonly waits: Map<number | "call", () => void>;
}

export function nothingUnderWay(): UnderWay {
  return { requests: new Map(), waits: new Map() };
}

/** Stops every request and every wait. */
export function stop({ requests, waits }: UnderWay): void {
  const controls = [...requests.values()];
  requests.clear();
  for (const request of controls) request.abort();
  for (const cancel of waits.values()) cancel();
  waits.clear();
}
