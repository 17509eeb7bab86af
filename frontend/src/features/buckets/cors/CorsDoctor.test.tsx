import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { HttpResponse } from "msw";
import { beforeEach, expect, test, vi } from "vitest";
import { blockedBucket, hiddenBucket, openBucket, ourRule, probesMeet } from "@/testing/cors";
import { on, problem } from "@/testing/handlers";
import { renderWith } from "@/testing/renderWith";
import { server } from "@/testing/server";
import { CorsDoctor } from "./CorsDoctor";
import type { RepairGate } from "./repairGate";

const onRefused = vi.fn();
const may: RepairGate = { reason: null, standing: "allowed" };
const mayNot: RepairGate = { reason: "s3:PutBucketCORS 권한이 없어요.", standing: "denied" };
const maybe: RepairGate = { reason: "알 수 없어요.", standing: "unknown" };

function open(diagnosis: ReturnType<typeof openBucket>, gate = may) {
  server.use(on("get", "/api/buckets/cors", () => HttpResponse.json(diagnosis)));
  renderWith(<CorsDoctor bucket="demo" backHref="/b/demo" gate={gate} onRefused={onRefused} />);
}

/** Presses the button and confirms. */
async function repair(): Promise<void> {
  await userEvent.click(await screen.findByRole("button", { name: "규칙 추가" }));
  const dialog = screen.getByRole("alertdialog");
  await userEvent.click(within(dialog).getByRole("button", { name: "규칙 추가" }));
}

beforeEach(() => {
  onRefused.mockReset();
});

test("a bucket that lets the page through is said to be well, and offers no repair", async () => {
  server.use(...probesMeet("open"));
  open(openBucket());
  expect(await screen.findByText(/직접 올리고 받을 수 있어요/, { selector: "h2" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "규칙 추가" })).toBeNull();
});

test("what is missing is named, piece by piece", async () => {
  server.use(...probesMeet("blocked"));
  const problems = [
    { code: "methods_missing" as const, detail: "", missing: ["PUT", "HEAD"] },
    { code: "etag_not_exposed" as const, detail: "", missing: ["ETag"] },
  ];
  open(blockedBucket({ verdict: "incomplete", problems }));
  const missing = await screen.findByRole("list", { name: "빠진 것" });
  expect(missing).toHaveTextContent("PUT, HEAD");
  expect(missing).toHaveTextContent("ETag");
});

test("the rules show in order, and the added one says so in words", async () => {
  server.use(...probesMeet("blocked"));
  open(blockedBucket());
  const rules = await screen.findByRole("region", { name: "CORS 규칙" });
  const [first, second] = within(rules).getAllByRole("listitem");
  expect(first).toHaveTextContent("website");
  expect(first).not.toHaveTextContent("추가");
  expect(second).toHaveTextContent("s3loader-1추가");
});

test("an endpoint that does not answer is named as that, with its address", async () => {
  server.use(...probesMeet("unreachable"));
  open(openBucket());
  expect(await screen.findByRole("heading", { name: "S3에 연결할 수 없어요" })).toBeVisible();
  expect(screen.getByText("demo.s3.test").closest("li")).toHaveTextContent("닿지 않음");
});

test("a repair asks once, shows the change, sends what was seen, and proves that it works", async () => {
  server.use(...probesMeet("blocked"));
  let sent: unknown;
  server.use(
    on("put", "/api/buckets/cors", async ({ request }) => {
      sent = await request.json();
      server.use(...probesMeet("open"));
      return HttpResponse.json(openBucket());
    }),
  );
  open(blockedBucket());
  await userEvent.click(await screen.findByRole("button", { name: "규칙 추가" }));
  const dialog = screen.getByRole("alertdialog", { name: "이 규칙을 추가할까요?" });
  expect(dialog).toHaveTextContent("1개에서 2개가 돼요");
  expect(dialog).toHaveTextContent(ourRule.allowedMethods.join(", "));
  expect(sent).toBeUndefined();
  await userEvent.click(within(dialog).getByRole("button", { name: "규칙 추가" }));
  const done = await screen.findByRole("heading", { name: "이제 파일을 올리고 받을 수 있어요" });
  expect(sent).toEqual({ bucket: "demo", origin: location.origin, fingerprint: "f1" });
  await waitFor(() => {
    expect(done).toHaveFocus();
  });
});

test("a repair that is not confirmed changes nothing", async () => {
  server.use(...probesMeet("blocked"));
  open(blockedBucket());
  await userEvent.click(await screen.findByRole("button", { name: "규칙 추가" }));
  await userEvent.click(screen.getByRole("button", { name: "취소" }));
  expect(screen.queryByRole("alertdialog")).toBeNull();
  expect(screen.getByRole("button", { name: "규칙 추가" })).toBeVisible();
});

test("rules that changed meanwhile are read again and nothing is written", async () => {
  server.use(...probesMeet("blocked"));
  open(blockedBucket());
  server.use(on("put", "/api/buckets/cors", () => problem("cors_rules_changed", 409)));
  await screen.findByRole("button", { name: "규칙 추가" });
  const changed = blockedBucket({ rules: [], repairedRules: [ourRule], fingerprint: "f9" });
  server.use(on("get", "/api/buckets/cors", () => HttpResponse.json(changed)));
  await repair();
  expect(await screen.findByText("그 사이 CORS 규칙이 바뀌었어요")).toBeVisible();
  await waitFor(() => {
    expect(screen.queryByText("website")).toBeNull();
  });
});

test("a refusal by AWS shows what was refused and corrects what is known", async () => {
  server.use(...probesMeet("blocked"));
  open(blockedBucket());
  const params = { action: "s3:PutBucketCORS", resource: "demo" };
  server.use(on("put", "/api/buckets/cors", () => problem("access_denied", 403, params)));
  await repair();
  expect(await screen.findByRole("alert")).toHaveTextContent("s3:PutBucketCORS");
  expect(onRefused).toHaveBeenCalledWith("s3:PutBucketCORS");
});

test("who may not repair hears why from the button, and gets a message for who may", async () => {
  server.use(...probesMeet("blocked"));
  open(blockedBucket(), mayNot);
  const button = await screen.findByRole("button", { name: "규칙 추가" });
  expect(button).toHaveAccessibleDescription("s3:PutBucketCORS 권한이 없어요.");
  await userEvent.click(button);
  expect(screen.queryByRole("alertdialog")).toBeNull();
  expect(screen.queryByRole("button", { name: "그래도 시도하기" })).toBeNull();
  const message = screen.getByRole("group", { name: "보낼 내용" });
  expect(message).toHaveTextContent(location.origin);
  expect(message).toHaveTextContent("aws s3api put-bucket-cors --bucket demo");
});

test("where nobody knows, it can be tried after the same question; a refusal is told, and heard", async () => {
  server.use(...probesMeet("blocked"));
  open(blockedBucket(), maybe);
  const params = { action: "s3:PutBucketCORS", resource: "demo" };
  server.use(on("put", "/api/buckets/cors", () => problem("access_denied", 403, params)));
  await userEvent.click(await screen.findByRole("button", { name: "그래도 시도하기" }));
  const dialog = screen.getByRole("alertdialog", { name: "이 규칙을 추가할까요?" });
  await userEvent.click(within(dialog).getByRole("button", { name: "규칙 추가" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("s3:PutBucketCORS");
  expect(onRefused).toHaveBeenCalledWith("s3:PutBucketCORS");
  await waitFor(() => {
    expect(screen.getByRole("heading", { name: "버킷이 이 앱을 허용하지 않아요" })).toHaveFocus();
  });
});

/** A bucket without any rules. */
const bareBucket = () => blockedBucket({ rules: [], repairedRules: [ourRule] });

test("where there are rules, the words say that they stay", async () => {
  server.use(...probesMeet("blocked"));
  open(blockedBucket());
  await userEvent.click(await screen.findByRole("button", { name: "규칙 추가" }));
  expect(screen.getByRole("alertdialog")).toHaveTextContent("기존 규칙");
  expect(document.body).toHaveTextContent("CORS 규칙이 이 주소에서 오는 요청을 막고 있어요");
  expect(document.body).toHaveTextContent("기존 규칙도 들어 있어요");
});

test("where there are no rules, no words speak of existing ones", async () => {
  server.use(...probesMeet("blocked"));
  open(bareBucket());
  await userEvent.click(await screen.findByRole("button", { name: "규칙 추가" }));
  expect(screen.getByRole("alertdialog")).toHaveTextContent("아직 규칙이 없어요");
  expect(document.body).toHaveTextContent("CORS 규칙이 없으면");
  expect(document.body).toHaveTextContent("지금은 규칙이 없어요");
  expect(document.body).not.toHaveTextContent("기존 규칙");
});

test("the message to who may speaks of existing rules unless there are none", async () => {
  server.use(...probesMeet("blocked"));
  open(bareBucket(), mayNot);
  const bare = await screen.findByRole("group", { name: "보낼 내용" });
  expect(bare).toHaveTextContent("지금은 버킷에 규칙이 없어요");
  expect(bare).not.toHaveTextContent("기존 규칙");
  cleanup();
  open(hiddenBucket(), mayNot);
  const hidden = await screen.findByRole("group", { name: "보낼 내용" });
  expect(hidden).toHaveTextContent("기존 규칙은 그대로 두어야 해요");
});

test("rules that cannot be read are not tried to be changed: others would be lost", async () => {
  server.use(...probesMeet("blocked"));
  open(hiddenBucket(), maybe);
  await screen.findByRole("button", { name: "규칙 추가" });
  expect(screen.queryByRole("button", { name: "그래도 시도하기" })).toBeNull();
});

test("where rules cannot be read there is a rule to hand on, and no command that would erase others", async () => {
  server.use(...probesMeet("blocked"));
  open(hiddenBucket());
  const message = await screen.findByRole("group", { name: "보낼 내용" });
  expect(message).toHaveTextContent('"AllowedMethods"');
  expect(message).not.toHaveTextContent("put-bucket-cors");
  expect(screen.getByRole("button", { name: "규칙 추가" })).toHaveAccessibleDescription(
    /s3:GetBucketCORS/,
  );
});

test("a failed diagnosis stands in its place and can be tried again", async () => {
  let isDown = true;
  server.use(...probesMeet("open"));
  open(openBucket());
  server.use(
    on("get", "/api/buckets/cors", () =>
      isDown ? problem("bucket_not_found", 404) : HttpResponse.json(openBucket()),
    ),
  );
  expect(await screen.findByText("버킷이 없어요")).toBeVisible();
  isDown = false;
  await userEvent.click(screen.getByRole("button", { name: "다시 시도" }));
  expect(await screen.findByRole("button", { name: "다시 진단" })).toBeVisible();
});
