/** The thread that receives downloads: fetches, writes, reads back and hashes. */
import { browserRoom } from "./browserRoom";
import { Desk } from "./desk";
import type { ToStaging } from "./messages";
import { Staging } from "./staging";

const turns = new MessageChannel();
const waiting: (() => void)[] = [];
turns.port1.onmessage = () => waiting.shift()?.();

/** A turn of the event loop; timers would wait 4 ms. */
function pause(): Promise<void> {
  return new Promise((go) => {
    waiting.push(go);
    turns.port2.postMessage(null);
  });
}

const desk = new Desk(
  new Staging(browserRoom(), pause),
  (message) => {
    postMessage(message);
  },
  () => performance.now(),
);

addEventListener("message", ({ data }: MessageEvent<ToStaging>) => void desk.take(data));
