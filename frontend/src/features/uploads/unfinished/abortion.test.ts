import { expect, test, vi } from "vitest";
import { ApiError, asApiError } from "@/api/ApiError";
import { abortAll, type AbortionSteps } from "./abortion";
import { upload } from "./testUploads";

const uploads = (count: number) => Array.from({ length: count }, (_, at) => upload(`${at}`));
const denied = new ApiError("access_denied", 403);

function run(count: number, abort: AbortionSteps["abort"], isStopped = () => false) {
  const gone: string[] = [];
  const ended = abortAll(uploads(count), {
    abort,
    onGone: ({ uploadId }) => gone.push(uploadId),
    onProgress: () => undefined,
    isStopped,
    toError: (cause) => asApiError(cause as Error),
  });
  return { ended, gone };
}

test("every upload is asked for once, and at most four are under way", async () => {
  let underWay = 0;
  let most = 0;
  const asked: string[] = [];
  const { ended, gone } = run(20, async ({ uploadId }) => {
    asked.push(uploadId);
    underWay += 1;
    most = Math.max(most, underWay);
    await Promise.resolve();
    underWay -= 1;
  });
  expect(await ended).toEqual({ aborted: 20, failures: new Map(), untried: 0 });
  expect(most).toBe(4);
  expect(asked).toEqual(uploads(20).map(({ uploadId }) => uploadId));
  expect(gone).toHaveLength(20);
});

test("what S3 refuses of one stays with its reason, and the others go", async () => {
  const { ended, gone } = run(9, ({ key }) =>
    key === "in/3" ? Promise.reject(denied) : Promise.resolve(),
  );
  const { aborted, failures, untried } = await ended;
  expect([aborted, untried]).toEqual([8, 0]);
  expect(failures).toEqual(new Map([["id of 3", denied]]));
  expect(gone).not.toContain("id of 3");
});

test.each([new ApiError("api_unreachable", 0), new ApiError("credentials_expired", 401)])(
  "$code ends the rest, because they would meet it, too",
  async (failure) => {
    const abort = vi.fn(() => Promise.reject(failure));
    const { aborted, failures, untried } = await run(100, abort).ended;
    expect(aborted).toBe(0);
    expect(failures.size).toBeLessThanOrEqual(4);
    expect(abort).toHaveBeenCalledTimes(failures.size);
    expect(untried).toBe(100 - failures.size);
  },
);

test("once it is stopped, nothing more is begun", async () => {
  let calls = 0;
  const abort = () => {
    calls += 1;
    return Promise.resolve();
  };
  const { aborted, untried } = await run(50, abort, () => calls >= 10).ended;
  expect(aborted).toBe(10);
  expect(untried).toBe(40);
});
