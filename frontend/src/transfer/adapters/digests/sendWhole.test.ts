/** Small files as the worker sends them, against a mock S3. */
import { http, HttpResponse } from "msw";
import { expect, it } from "vitest";
import { server } from "@/testing/server";
import { sendWhole } from "./sendWhole";

const URL_OF_PUT = "https://bucket.s3.test/inbox/a?X-Amz-Signature=x";
const CONTENT = "123456789";
const MD5 = "25f9e794323b453885f5181f1b624d0b";

/** A file whose bytes are read as `read` says; jsdom's has no arrayBuffer. */
function file(read: () => Promise<ArrayBuffer>): File {
  return { name: "a", arrayBuffer: read } as File;
}

const bytes = () => Promise.resolve(new TextEncoder().encode(CONTENT).buffer);

function send(picked: File, size = CONTENT.length, signal = new AbortController().signal) {
  const request = { url: URL_OF_PUT, headers: { "if-none-match": "*" }, expiresAt: 0 };
  const wanted = { md5: true, crc64nvme: true };
  return sendWhole({ request, file: picked, size, wanted }, signal, () => undefined);
}

function s3(received: string[] = []) {
  server.use(
    http.put("https://bucket.s3.test/inbox/a", async ({ request }) => {
      received.push(await request.text());
      expect(request.headers.get("if-none-match")).toBe("*");
      return new HttpResponse(null, { status: 200, headers: { etag: `"${MD5}"` } });
    }),
  );
  return received;
}

it("the bytes that are sent are those that are hashed, read once", async () => {
  const received = s3();
  let reads = 0;
  const answer = await send(
    file(() => {
      reads += 1;
      return bytes();
    }),
  );
  expect(answer).toMatchObject({
    kind: "answered",
    status: 200,
    digest: { md5: MD5, crc64nvme: "rosUhgp5mIg=" },
  });
  expect([received, reads]).toEqual([[CONTENT], 1]);
});

it.each([
  ["has another size", () => bytes(), 8, "file_changed"],
  ["is empty though it was not", () => Promise.resolve(new ArrayBuffer()), 9, "file_unreadable"],
  ["is gone", () => Promise.reject(new DOMException("", "NotFoundError")), 9, "file_unreadable"],
  [
    "was changed",
    () => Promise.reject(new DOMException("", "NotReadableError")),
    9,
    "file_changed",
  ],
])("a file that %s is not sent", async (_name, read, size, code) => {
  const received = s3();
  const answer = await send(file(read), size);
  expect(answer).toMatchObject({ kind: "unstored", failure: { code, params: { name: "a" } } });
  expect(received).toEqual([]);
});

it("a file that nobody waits for any more is not sent", async () => {
  const received = s3();
  const control = new AbortController();
  const read = () => {
    control.abort();
    return bytes();
  };
  expect(await send(file(read), 9, control.signal)).toEqual({ kind: "broken" });
  expect(received).toEqual([]);
});
