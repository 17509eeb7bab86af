import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";
import { blockedBucket, probesMeet } from "@/testing/cors";
import { on, problem } from "@/testing/handlers";
import { denied, effective, unknown } from "@/testing/permissions";
import { renderWith } from "@/testing/renderWith";
import { server } from "@/testing/server";
import { CorsPage } from "./CorsPage";

beforeEach(() => {
  history.replaceState(null, "", "/b/demo/cors?prefix=in%2F");
  server.use(
    ...probesMeet("blocked"),
    on("get", "/api/buckets/cors", () => HttpResponse.json(blockedBucket())),
  );
});

/** What the identity may do with the bucket's rules. */
function mayRepair(permission: Parameters<typeof effective>[2]): void {
  const answer = effective("demo", "", permission);
  server.use(on("get", "/api/permissions/effective", () => HttpResponse.json(answer)));
}

const allowed = { "s3:PutBucketCORS": { verdict: "allowed" } } as const;

const button = () => screen.findByRole("button", { name: "규칙 추가" });

test("who certainly may change the rules can repair them", async () => {
  mayRepair(allowed);
  renderWith(<CorsPage bucket="demo" />);
  await screen.findByText("직접 고치기");
  expect(await button()).not.toHaveAttribute("aria-disabled");
});

test.each([
  ["denied", denied, /s3:PutBucketCORS/],
  ["unknown", unknown, /iam:ListAttachedUserPolicies/],
])("who is %s may not, and hears why", async (_verdict, permission, reason) => {
  mayRepair({ "s3:PutBucketCORS": permission });
  renderWith(<CorsPage bucket="demo" />);
  await screen.findByText("버킷 관리자에게 부탁하기");
  expect(await button()).toHaveAttribute("aria-disabled", "true");
  expect(await button()).toHaveAccessibleDescription(reason);
});

test("who cannot be judged may not, and hears that", async () => {
  server.use(on("get", "/api/permissions/effective", () => problem("aws_error", 502)));
  renderWith(<CorsPage bucket="demo" />);
  await screen.findByText("버킷 관리자에게 부탁하기");
  expect(await button()).toHaveAccessibleDescription(/확인하지 못했어요/);
});

test("what nobody knows may be tried; once S3 has refused it, it is off for good", async () => {
  mayRepair({ "s3:PutBucketCORS": unknown });
  const params = { action: "s3:PutBucketCORS", resource: "demo" };
  server.use(on("put", "/api/buckets/cors", () => problem("access_denied", 403, params)));
  renderWith(<CorsPage bucket="demo" />);
  await userEvent.click(await screen.findByRole("button", { name: "그래도 시도하기" }));
  const dialog = await screen.findByRole("alertdialog");
  await userEvent.click(within(dialog).getByRole("button", { name: "규칙 추가" }));
  await waitFor(() => {
    expect(screen.queryByRole("button", { name: "그래도 시도하기" })).toBeNull();
  });
  expect(await button()).toHaveAccessibleDescription(/s3:PutBucketCORS 작업을 할 권한이 없어요/);
});

test("a refusal at the repair itself turns the button off", async () => {
  mayRepair(allowed);
  const params = { action: "s3:PutBucketCORS", resource: "demo" };
  server.use(on("put", "/api/buckets/cors", () => problem("access_denied", 403, params)));
  renderWith(<CorsPage bucket="demo" />);
  await screen.findByText("직접 고치기");
  await userEvent.click(await button());
  const dialog = await screen.findByRole("alertdialog");
  await userEvent.click(await screen.findByRole("button", { name: "규칙 추가" }));
  expect(dialog).not.toBeInTheDocument();
  expect(await screen.findByText("버킷 관리자에게 부탁하기")).toBeVisible();
});

test("the way back leads to the prefix that it was left at", async () => {
  mayRepair(allowed);
  renderWith(<CorsPage bucket="demo" />);
  expect(await screen.findByRole("link", { name: "버킷으로 돌아가기" })).toHaveAttribute(
    "href",
    "/b/demo?prefix=in%2F",
  );
  expect(document.title).toBe("demo CORS 진단 · S3 Loader");
});
