import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse } from "msw";
import { expect, test, vi } from "vitest";
import { config, on, problem } from "@/testing/handlers";
import { renderWith } from "@/testing/renderWith";
import { server } from "@/testing/server";
import { BucketNav } from "./BucketNav";

function setup({ current = null as string | null } = {}) {
  const onOpen = vi.fn();
  const view = renderWith(
    <BucketNav
      account="arn:aws:iam::123456789012:user/lee"
      current={current}
      hrefOf={(bucket) => `/b/${bucket}`}
      onOpen={onOpen}
    />,
  );
  return { onOpen, user: userEvent.setup(), unmount: view.unmount };
}

const names = () => screen.getAllByRole("link").map(({ textContent }) => textContent);
const deny = () => {
  server.use(
    on("get", "/api/buckets", () =>
      problem("access_denied", 403, { action: "s3:ListAllMyBuckets", resource: "*" }),
    ),
  );
};

test("buckets are links, the open one is marked, region and date are described", async () => {
  setup({ current: "demo-reports" });
  const link = await screen.findByRole("link", { name: "demo-reports" });
  expect(link).toHaveAttribute("href", "/b/demo-reports");
  expect(link).toHaveAttribute("aria-current", "page");
  expect(link).toHaveAccessibleDescription(/us-east-1[^]*2026/);
  expect(screen.getByRole("link", { name: "demo-photos" })).not.toHaveAttribute("aria-current");
});

test("further pages follow by themselves", async () => {
  server.use(
    on("get", "/api/buckets", ({ request }) => {
      const cursor = new URL(request.url).searchParams.get("cursor");
      const name = cursor === null ? "first" : `after-${cursor}`;
      const bucket = { name, region: null, createdAt: null };
      return HttpResponse.json({ buckets: [bucket], nextCursor: cursor === null ? "one" : null });
    }),
  );
  setup();
  await screen.findByRole("link", { name: "after-one" });
  expect(names()).toEqual(["first", "after-one"]);
});

test("the search narrows the list and says when nothing is left", async () => {
  const { user } = setup();
  await screen.findByRole("link", { name: "demo-photos" });
  const search = screen.getByRole("searchbox", { name: "버킷 찾기" });
  await user.type(search, "Rep");
  expect(names()).toEqual(["demo-reports"]);
  await user.type(search, "zzz");
  expect(screen.getByText("찾는 이름의 버킷이 없어요")).toBeVisible();
  await user.keyboard("{Escape}");
  expect(names()).toEqual(["demo-photos", "demo-reports"]);
});

test("the arrow keys walk through the links", async () => {
  const { user } = setup();
  (await screen.findByRole("link", { name: "demo-photos" })).focus();
  await user.keyboard("{ArrowDown}");
  expect(screen.getByRole("link", { name: "demo-reports" })).toHaveFocus();
  await user.keyboard("{ArrowDown}{ArrowUp}");
  expect(screen.getByRole("link", { name: "demo-photos" })).toHaveFocus();
});

test("where listing is denied a bucket is opened by name, remembered, and can be forgotten", async () => {
  deny();
  const first = setup();
  expect(await screen.findByText(/s3:ListAllMyBuckets/)).toBeVisible();
  await first.user.type(
    screen.getByRole("textbox", { name: "버킷 이름" }),
    " demo-reports {Enter}",
  );
  expect(first.onOpen).toHaveBeenCalledExactlyOnceWith("demo-reports");
  first.unmount();

  const second = setup();
  expect(names()).toEqual(["demo-reports"]);
  await second.user.click(screen.getByRole("button", { name: "demo-reports 목록에서 지우기" }));
  second.unmount();
  setup();
  expect(screen.queryByRole("link")).toBeNull();
});

test.each([
  ["arn:aws:s3:::demo-reports", /ARN이 아니라 버킷 이름/],
  ["Demo Reports", /버킷 이름으로 쓸 수 없는/],
])("%s is not opened, and the field says why", async (typed, words) => {
  deny();
  const { user, onOpen } = setup();
  const field = await screen.findByRole("textbox", { name: "버킷 이름" });
  await user.type(field, `${typed}{Enter}`);
  expect(field).toHaveFocus();
  expect(field).toHaveAccessibleDescription(words);
  expect(onOpen).not.toHaveBeenCalled();
});

test("another failure stands in the list's place, and trying again brings the list", async () => {
  server.use(on("get", "/api/buckets", () => problem("clock_skewed", 403), { once: true }));
  const { user } = setup();
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("서버의 시계가 AWS와 달라요");
  await user.click(within(alert).getByRole("button", { name: "다시 시도" }));
  expect(await screen.findByRole("link", { name: "demo-photos" })).toBeVisible();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("an account without buckets is told what to do", async () => {
  server.use(on("get", "/api/buckets", () => HttpResponse.json({ buckets: [], nextCursor: null })));
  setup();
  expect(await screen.findByText("이 계정에는 버킷이 없어요")).toBeVisible();
});

test("pinned buckets come first, whether or not they are the account's", async () => {
  const pinned = { ...config.buckets, pinned: ["shared-inbox"] };
  server.use(on("get", "/api/config", () => HttpResponse.json({ ...config, buckets: pinned })));
  setup();
  await screen.findByRole("link", { name: "shared-inbox" });
  await waitFor(() => {
    expect(names()).toEqual(["shared-inbox", "demo-photos", "demo-reports"]);
  });
});
