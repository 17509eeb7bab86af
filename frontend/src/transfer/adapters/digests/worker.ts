/** The thread that hashes what is uploaded. */
import { Digesting } from "./digesting";
import type { ToDigesting } from "./messages";

const digesting = new Digesting((message) => {
  postMessage(message);
});

addEventListener("message", ({ data }: MessageEvent<ToDigesting>) => {
  digesting.take(data);
});
