import { screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { HttpResponse } from "msw";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { components } from "@/api/schema.gen";
import { on, problem } from "@/testing/handlers";
import { stubLayout } from "@/testing/layout";
import { loadPageWords } from "@/testing/pageWords";
import { server } from "@/testing/server";
import { listing, object, open, page, row } from "./testing/browser";

beforeAll(loadPageWords);

beforeEach(() => {
  vi.restoreAllMocks();
  stubLayout();
  listing({ "in/": page([object("in/a", 500)]) });
});

/** What the API tells of the bucket's versions. */
function protectedBy(answer: Partial<components["schemas"]["BucketProtection"]>): void {
  const none = { versioning: "off", objectLock: "off", defaultRetention: null } as const;
  server.use(on("get", "/api/buckets/protection", () => HttpResponse.json({ ...none, ...answer })));
}

async function ask(): Promise<void> {
  open({ prefix: "in/" });
  await row(/^a/);
  await userEvent.click(screen.getByRole("checkbox", { name: "a" }));
  await userEvent.click(screen.getByRole("button", { name: "삭제" }));
}

for (const [answer, said] of [
  [{ versioning: "off" }, /되돌릴 수 없어요/],
  [{ versioning: "enabled" }, /삭제 표시만 남겨요.*버전은 되살릴 수 있어요/],
  [{ versioning: "suspended" }, /멈춘 뒤에 올린 파일은 되돌릴 수 없어요/],
  [{ versioning: "unknown", objectLock: "unknown" }, /확인하지 못했어요/],
  [{ versioning: "enabled", objectLock: "on" }, /삭제 표시만.*잠긴 버전은 보존 기간이 끝날 때까지/],
] as const) {
  test(`before it is confirmed it is said what stays: ${JSON.stringify(answer)}`, async () => {
    protectedBy(answer);
    await ask();
    expect(await screen.findByText(said)).toBeVisible();
  });
}

test("protection that could not be asked for counts as none", async () => {
  server.use(on("get", "/api/buckets/protection", () => problem("aws_throttled", 429)));
  await ask();
  expect(await screen.findByText(/되돌릴 수 없다고 생각하고/)).toBeVisible();
});
