import { CreateTopicCommand, DeleteTopicCommand, SNSClient } from "@aws-sdk/client-sns";
import { demo } from "../support/stack";
import { content, PART, sha256 } from "./support/content";
import { expect, row } from "./support/matrix";

const big = content("big.bin", 6 * PART);

row(
  "The app's own API is down for 30 s in the middle",
  { sees: "the upload waits, then it is done", asserts: "the object is the file" },
  async ({ page, s3, person, place }) => {
    await page.clock.install();
    await person.opens();
    const on = { operation: "UploadPart", part: 6 } as const;
    await s3.follow({ on, fault: { kind: "hold", before: "request" } });
    await person.uploads(big);
    await expect.poll(() => s3.seen(on)).toHaveLength(1);
    let refused = 0;
    await page.route("**/api/**", (route) => {
      refused += 1;
      return route.abort("connectionrefused");
    });
    await s3.follow();
    await expect.poll(() => refused).toBeGreaterThan(0);
    for (let second = 0; second < 30; second += 5) await page.clock.runFor(5_000);
    expect(await place.names()).toEqual([]);
    await page.unroute("**/api/**");
    await page.clock.runFor(20_000);
    await person.sees(1, "done");
    expect(await place.sha256(big.name)).toBe(sha256(big));
  },
);

row(
  "SNS is down",
  {
    sees: "the upload is done, and that subscribers were not told",
    asserts: "the object is the file",
  },
  async ({ person, place }) => {
    const sns = topics();
    await sns.send(new DeleteTopicCommand({ TopicArn: demo().topicArn }));
    try {
      await person.uploads(big);
      await person.sees(1, "done");
      await person.seesIn(big.name, "완료 알림은 보내지 못했어요");
    } finally {
      await sns.send(new CreateTopicCommand({ Name: demo().topicArn.split(":").at(-1) }));
    }
    expect(await place.sha256(big.name)).toBe(sha256(big));
  },
);

/** The administrator's. */
function topics(): SNSClient {
  return new SNSClient({
    endpoint: demo().awsEndpoint,
    region: "ap-northeast-2",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
}
