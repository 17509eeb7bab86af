/** Answers of the API that decide nothing: AWS was busy or silent while it planned or completed. */
import { describe, expect, it } from "vitest";
import { fakeFile, uploading } from "./testing/fakeWorld";

const MB = 1_000_000;
const big = () => fakeFile("big.bin", 300 * MB);

/** Troubles the first `times` answers about the large file. */
function troubled(call: "plan" | "complete", code: string, times: number) {
  const scene = uploading(big(), fakeFile("a", 10));
  let left = times;
  scene.world.api.trouble = (asked, key) => {
    if (asked !== call || !key.endsWith("big.bin") || left === 0) return undefined;
    left -= 1;
    return code;
  };
  return scene;
}

describe("an undecided answer", () => {
  it.each(["aws_throttled", "aws_unreachable", "aws_error"])(
    "to a completion (%s) is asked for again, and no part is sent twice",
    async (code) => {
      const { world, transfers, row } = troubled("complete", code, 3);
      await world.finish(transfers);
      expect([row(0)?.status, row(1)?.status]).toEqual(["done", "done"]);
      expect(world.requests).toHaveLength(Math.ceil((300 * MB) / (8 * 1024 * 1024)) + 1);
      expect(world.api.count("abort")).toBe(0);
    },
  );

  it("to a plan is asked for again", async () => {
    const { world, transfers, row } = troubled("plan", "aws_throttled", 3);
    await world.finish(transfers);
    expect([row(0)?.status, row(1)?.status]).toEqual(["done", "done"]);
  });

  it("to a completion that takes S3 ten minutes is waited for", async () => {
    const { world, transfers, row } = troubled("complete", "aws_unreachable", 1_000);
    await world.clock.advance(600_000);
    expect(row(0)?.status).toBe("confirming");
    world.api.trouble = () => undefined;
    await world.finish(transfers);
    expect(row(0)?.status).toBe("done");
  });

  it("that stays fails the upload but keeps its parts; a person's retry completes it", async () => {
    const { world, transfers, row } = troubled("complete", "aws_unreachable", 1_000);
    await world.finish(transfers);
    world.api.trouble = () => undefined;
    expect(row(0)?.failure?.code).toBe("aws_unreachable");
    expect(world.bucket.multiparts.size).toBe(1);
    const sent = world.requests.length;
    transfers.retry([row(0)?.id ?? ""]);
    await world.clock.runUntil(() => row(0)?.status === "done");
    expect(world.requests).toHaveLength(sent);
  });

  it("leaves nothing behind when the upload is cancelled before it is asked again", async () => {
    const { world, transfers, row } = troubled("complete", "aws_throttled", 1);
    await world.clock.advance(0);
    while (world.api.count("complete") < 1) await world.clock.advance(100);
    await world.clock.advance(60);
    transfers.cancel([row(0)?.id ?? ""]);
    await world.finish(transfers);
    expect(row(0)?.status).toBe("cancelled");
    expect(world.bucket.multiparts.size).toBe(0);
    expect(world.bucket.objects.has("inbox/big.bin")).toBe(false);
  });
});

describe("an answer that was lost", () => {
  it("of a PUT that nobody can look for is a failure, and nothing is sent on a guess", async () => {
    const { world, transfers, row } = uploading(fakeFile("a", 5));
    world.s3Fault = (_target, attempt) => (attempt === 1 ? "lost" : undefined);
    world.api.trouble = (call) => (call === "complete" ? "upload_not_verifiable" : undefined);
    await world.finish(transfers);
    expect(row()).toMatchObject({ status: "failed", failure: { code: "upload_not_verifiable" } });
    expect(world.requests).toHaveLength(2);
  });
});
