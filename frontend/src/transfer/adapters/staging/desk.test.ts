/** A worker's desk whose post does not take everything. */
import { expect, it } from "vitest";
import { Desk } from "./desk";
import type { FromStaging } from "./messages";
import type { Staging } from "./staging";

it("where a file's handle cannot be posted, the page gets the bytes alone", async () => {
  const blob = new Blob(["x"]);
  const staged = { blob, file: {} as FileSystemFileHandle };
  const said: FromStaging[] = [];
  const post = (message: FromStaging) => {
    if (JSON.stringify(message).includes('"file":{}')) throw new DOMException("", "DataCloneError");
    said.push(message);
  };
  const desk = new Desk(
    { bytes: () => Promise.resolve(staged) } as unknown as Staging,
    post,
    () => 0,
  );
  await desk.take({ kind: "bytes", call: 1, order: { id: "d" } });
  expect(said).toEqual([{ kind: "answer", call: 1, answer: { blob, file: null } }]);
});
