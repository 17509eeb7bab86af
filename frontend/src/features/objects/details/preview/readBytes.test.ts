import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";
import { server } from "@/testing/server";
import { PREVIEW_URL } from "../testing/details";
import { readBytes } from "./readBytes";

const text = ({ bytes }: { readonly bytes: Uint8Array }) => new TextDecoder().decode(bytes);

/** S3 sends this; tells which range was asked for. */
function sends(body: string): { range: string | null } {
  const heard: { range: string | null } = { range: null };
  server.use(
    http.get(PREVIEW_URL, ({ request }) => {
      heard.range = request.headers.get("range");
      return new HttpResponse(body);
    }),
  );
  return heard;
}

const read = (size: number, encoding: string | null = null) =>
  readBytes(PREVIEW_URL, { limit: 4, size, encoding, signal: new AbortController().signal });

test("an object within the limit is read whole, without a Range that needs a preflight", async () => {
  const heard = sends("four");
  const answer = await read(4);
  expect(text(answer)).toBe("four");
  expect(answer.isCut).toBe(false);
  expect(heard.range).toBeNull();
});

test("a longer one is asked for by Range, and cut even where the range was ignored", async () => {
  const heard = sends("far too long");
  const answer = await read(12);
  expect(heard.range).toBe("bytes=0-3");
  expect(text(answer)).toBe("far ");
  expect(answer.isCut).toBe(true);
});

test("of a compressed one no range is asked for, and the end is found by reading", async () => {
  const heard = sends("long");
  const answer = await read(12, "gzip");
  expect(heard.range).toBeNull();
  expect(answer.isCut).toBe(false);
});
