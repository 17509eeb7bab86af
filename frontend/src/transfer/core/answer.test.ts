/** What S3's answers mean. */
import { expect, it } from "vitest";
import { judge, type S3Answer } from "./answer";
import { judgeRange } from "./downloads/answer";

function answered(status: number, code = "", message = ""): S3Answer {
  const body =
    code === ""
      ? ""
      : `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${message}</Message><RequestId>R1</RequestId></Error>`;
  return { kind: "answered", status, etag: '"e"', body };
}
const verdict = (answer: S3Answer) => judge(answer, "b", "k");

it.each([
  [408, ""],
  [429, ""],
  [500, "InternalError"],
  [502, ""],
  [503, "ServiceUnavailable"],
  [504, ""],
  [400, "RequestTimeout"],
  [409, "ConditionalRequestConflict"],
  [200, "InternalError"],
])("%i %s is tried again", (status, code) => {
  expect(verdict(answered(status, code)).kind).toBe("try-again");
});

it.each([
  [503, "SlowDown", true],
  [503, "ServiceUnavailable", true],
  [400, "Throttling", true],
  [500, "InternalError", false],
] as const)("%i %s: S3 asks for a longer pause: %s", (status, code, throttled) => {
  expect(verdict(answered(status, code))).toMatchObject({ throttled });
});

it("an empty 200 is stored, with its ETag", () => {
  expect(verdict(answered(200))).toEqual({ kind: "stored", etag: '"e"' });
});

it("AccessDenied is an expired URL only when its text says so", () => {
  expect(verdict(answered(403, "AccessDenied", "Request has expired")).kind).toBe("url-refused");
  expect(verdict(answered(403, "AccessDenied", "Access Denied"))).toMatchObject({
    kind: "refused",
    failure: {
      code: "s3_access_denied",
      params: { action: "s3:PutObject", bucket: "b", key: "k" },
      requestId: "R1",
    },
  });
});

it.each([400, 403])("ExpiredToken with status %i is about the credentials", (status) => {
  const expired = { kind: "refused", failure: { code: "credentials_expired", requestId: "R1" } };
  expect(verdict(answered(status, "ExpiredToken"))).toMatchObject(expired);
  const object = { bucket: "b", key: "k", etag: "e" };
  expect(judgeRange(answered(status, "ExpiredToken"), object)).toMatchObject(expired);
});

it("412 means that the key is taken", () => {
  expect(verdict(answered(412, "PreconditionFailed")).kind).toBe("key-taken");
});

it("any other refusal names S3's own code", () => {
  expect(verdict(answered(404, "NoSuchBucket"))).toMatchObject({
    kind: "refused",
    failure: { code: "s3_error", params: { status: 404, s3Code: "NoSuchBucket" } },
  });
});
