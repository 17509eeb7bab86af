import { screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { stubLayout } from "@/testing/layout";
import type { Failure } from "@/transfer/transfers";
import { row } from "@/testing/fakeTransfers";
import { openDock } from "./testing/dock";

beforeEach(() => {
  vi.restoreAllMocks();
  stubLayout();
});

const failed = (code: Failure["code"], problems: readonly string[] = []): Failure => ({
  code,
  params: { bucket: "demo", problems },
  requestId: null,
});

function open(...failures: readonly Failure[]) {
  return openDock(failures.map((failure, i) => row(`f${i}`, "failed", { failure })));
}

test("an upload that CORS rules stop names what they lack and leads to the doctor", async () => {
  await open(failed("cors_blocked", ["methods_missing", "etag_not_exposed"]));
  expect(screen.getByText("버킷이 이 앱을 허용하지 않아요")).toBeVisible();
  expect(screen.getByText("메서드 허용 없음, ETag 노출 없음")).toBeVisible();
  expect(screen.getByRole("link", { name: "진단하고 고치기" })).toHaveAttribute(
    "href",
    "/doctor/demo/in/",
  );
});

test("of two hundred files one tells it in full, the others hold it back", async () => {
  await open(...Array.from({ length: 200 }, () => failed("cors_blocked", ["no_rules"])));
  const links = screen.getAllByRole("link", { name: "진단하고 고치기" });
  expect(links.filter((link) => link.closest("details") === null)).toHaveLength(1);
});

test("a part without an ETag leads to the doctor, too", async () => {
  await open(failed("cors_etag_not_exposed"));
  expect(screen.getByRole("link", { name: "진단하고 고치기" })).toBeVisible();
});

test("a connection that stayed broken can be looked into", async () => {
  await open(failed("network_failed"));
  expect(screen.getByRole("link", { name: "진단하기" })).toBeVisible();
});

test("a problem that is newer than this page is left out", async () => {
  await open(failed("cors_blocked", ["from_the_future", "no_rules"]));
  expect(screen.getByText("CORS 규칙 없음")).toBeVisible();
});

test("a failure of another kind leads to no doctor", async () => {
  await open(failed("s3_access_denied"));
  expect(screen.queryByRole("link")).toBeNull();
});
