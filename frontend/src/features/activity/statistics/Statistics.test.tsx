import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse } from "msw";
import { useState } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { on, problem } from "@/testing/handlers";
import { renderWith } from "@/testing/renderWith";
import { server } from "@/testing/server";
import { usualPeriod, type Period } from "./period";
import { Statistics } from "./Statistics";
import type { DayCounts } from "./sums";
import { counts } from "./testCounts";
import type { Activity } from "./useActivity";

const NOW = Date.parse("2026-11-22T15:30:00Z"); // half past midnight in Seoul

const some = [
  counts("2026-11-23", "demo-reports", { uploads: 2, uploadedBytes: 2_000, bucketOpened: 1 }),
  counts("2026-11-23", "demo-photos", { downloads: 3, downloadedBytes: 4_500_000 }),
  counts("2026-11-20", "demo-photos", { uploads: 1_000, uploadedBytes: 1, deletions: 4 }),
];

let asked: string[] = [];

beforeEach(() => {
  asked = [];
  vi.spyOn(Date, "now").mockReturnValue(NOW);
  return () => vi.restoreAllMocks();
});

function answer(all: readonly DayCounts[]): void {
  server.use(
    on("get", "/api/activity", ({ request }) => {
      const { searchParams } = new URL(request.url);
      const [first, last] = [searchParams.get("first") ?? "", searchParams.get("last") ?? ""];
      asked.push(`${first} ${last}`);
      return HttpResponse.json<Activity>({
        store: "file",
        timeZone: "Asia/Seoul",
        today: "2026-11-23",
        first,
        last,
        counts: all.filter(({ day }) => first <= day && day <= last),
      });
    }),
  );
}

function Page({ period: initial = usualPeriod }: { readonly period?: Period }) {
  const [period, setPeriod] = useState(initial);
  const [bucket, setBucket] = useState<string | null>(null);
  return (
    <Statistics
      timeZone="Asia/Seoul"
      period={period}
      onPeriod={setPeriod}
      bucket={bucket}
      onBucket={setBucket}
      hrefOf={(name) => `/b/${name}`}
    />
  );
}

const chart = () => screen.findByRole("region", { name: "추이" });
const rowsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole("row")
    .slice(1)
    .map((row) => within(row).getAllByRole("cell"))
    .map((cells) => cells.map((cell) => cell.lastChild?.textContent));

test("the last 30 days of the deployment's calendar, added up by measure, bucket and day", async () => {
  answer(some);
  renderWith(<Page />);
  expect(await chart()).toHaveTextContent(/업로드1,002개 · 2\.0 KB/);
  expect(asked).toEqual(["2026-10-25 2026-11-23"]);
  expect(await chart()).toHaveTextContent(/다운로드3개 · 4\.5 MB/);
  expect(rowsOf(screen.getByRole("table", { name: "버킷별" }))).toEqual([
    ["demo-photos", "1,000", "1 B", "3", "4.5 MB", "4", "0", "0"],
    ["demo-reports", "2", "2.0 KB", "0", "0 B", "0", "1", "0"],
  ]);
  expect(screen.getByRole("link", { name: "demo-photos" })).toHaveAttribute(
    "href",
    "/b/demo-photos",
  );
  const days = rowsOf(screen.getByRole("table", { name: "날짜별" }));
  expect(days.map(([day, bucket]) => `${day ?? ""} ${bucket ?? ""}`)).toEqual([
    "2026-11-23 demo-photos",
    "2026-11-23 demo-reports",
    "2026-11-20 demo-photos",
  ]);
});

test("the arrow keys walk through the days and tell each one's exact numbers", async () => {
  answer(some);
  const user = userEvent.setup();
  renderWith(<Page />);
  const slider = await screen.findByRole("slider", { name: "살펴볼 날" });
  expect(slider).toHaveAttribute("aria-valuetext", expect.stringContaining("업로드 2개 2.0 KB"));
  slider.focus();
  await user.keyboard("{ArrowLeft}{ArrowLeft}{ArrowLeft}");
  expect(slider).toHaveAttribute("aria-valuenow", "27");
  const told = slider.getAttribute("aria-valuetext");
  expect(told).toMatch(/11월 20일.*업로드 1,000개 1 B.*삭제 4개/);
  expect(await chart()).toHaveTextContent("2026년 11월 20일 (금)");
  await user.keyboard("{Home}{ArrowLeft}");
  expect(slider).toHaveAttribute("aria-valuenow", "1");
});

test("a finger on a day tells its numbers", async () => {
  answer(some);
  renderWith(<Page period={{ kind: "latest", days: 7 }} />);
  const slider = await screen.findByRole("slider");
  vi.spyOn(slider, "getBoundingClientRect").mockReturnValue(new DOMRect(100, 0, 700, 32));
  fireEvent.pointerDown(slider, { clientX: 100 + 3 * 100 + 50 });
  expect(slider).toHaveAttribute("aria-valuetext", expect.stringContaining("11월 20일"));
});

test("a year of fifty buckets is a page of rows, and sorts as a whole", async () => {
  const year = Array.from({ length: 366 }, (_, ago) =>
    new Date(Date.parse("2026-11-23") - ago * 86_400_000).toISOString().slice(0, 10),
  );
  answer(
    year.flatMap((day, ago) =>
      Array.from({ length: 50 }, (_, at) =>
        counts(day, `b-${10 + at}`, { uploads: ago * 50 + at }),
      ),
    ),
  );
  const user = userEvent.setup();
  renderWith(<Page period={{ kind: "fixed", first: "2025-11-23", last: "2026-11-23" }} />);
  const table = await screen.findByRole("table", { name: "날짜별" });
  expect(within(table).getAllByRole("row")).toHaveLength(51);
  expect(screen.getByText("1–50 / 18,300")).toBeVisible();
  await user.click(within(table).getByRole("button", { name: "업로드" }));
  expect(rowsOf(table)[0]?.slice(0, 3)).toEqual(["2025-11-23", "b-59", "18,299"]);
  await user.click(screen.getByRole("button", { name: "다음" }));
  expect(screen.getByText("51–100 / 18,300")).toBeVisible();
  expect(rowsOf(table)[0]?.[2]).toBe("18,249");
});

test("another period is asked for, and what was here stays until it has come", async () => {
  answer(some);
  const user = userEvent.setup();
  renderWith(<Page />);
  await chart();
  let release: (() => void) | undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  // An answer of nothing leaves it to the next handler.
  server.use(on("get", "/api/activity", () => held.then(() => undefined)));
  await user.click(screen.getByRole("radio", { name: "최근 7일" }));
  expect(screen.getByRole("slider")).toHaveAttribute("aria-valuemax", "30");
  release?.();
  await waitFor(() => {
    expect(screen.getByRole("slider")).toHaveAttribute("aria-valuemax", "7");
  });
  await waitFor(() => {
    expect(asked.at(-1)).toBe("2026-11-17 2026-11-23");
  });
});

test("two dates are asked for once they make a range; else the words say what to change", async () => {
  answer(some);
  const user = userEvent.setup();
  renderWith(<Page />);
  await chart();
  await user.click(screen.getByRole("radio", { name: "직접 고르기" }));
  expect(screen.getByLabelText("시작일")).toHaveValue("2026-10-25");
  fireEvent.change(screen.getByLabelText("시작일"), { target: { value: "2024-01-01" } });
  await user.click(screen.getByRole("button", { name: "보기" }));
  expect(screen.getByRole("alert")).toHaveTextContent("366일까지");
  expect(asked).toHaveLength(1);
  fireEvent.change(screen.getByLabelText("시작일"), { target: { value: "2026-11-23" } });
  await user.click(screen.getByRole("button", { name: "보기" }));
  await waitFor(() => {
    expect(asked.at(-1)).toBe("2026-11-23 2026-11-23");
  });
});

test("an address with an impossible range is not asked for, and says why", () => {
  answer(some);
  renderWith(<Page period={{ kind: "fixed", first: "2026-11-20", last: "2026-11-02" }} />);
  expect(screen.getByRole("alert")).toHaveTextContent("시작일이 종료일보다 늦어요");
  expect(screen.queryByText("통계를 불러오는 중")).toBeNull();
  expect(asked).toEqual([]);
});

test("one bucket's numbers alone; a bucket without any says so and leads back to all", async () => {
  answer(some);
  const user = userEvent.setup();
  renderWith(<Page />);
  await chart();
  await user.selectOptions(screen.getByLabelText("버킷"), "demo-reports");
  expect(await chart()).toHaveTextContent(/업로드2개 · 2\.0 KB/);
  expect(screen.queryByText("demo-photos", { selector: "td" })).toBeNull();
  answer(some.slice(1));
  await user.click(screen.getByRole("button", { name: "새로고침" }));
  expect(await screen.findByText(/demo-reports 버킷에서 한 일이 없어요/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "모든 버킷 보기" }));
  expect(await chart()).toBeVisible();
});

test("a store that does not answer leaves the old numbers, and trying again brings the new", async () => {
  answer(some.slice(0, 1));
  const user = userEvent.setup();
  renderWith(<Page />);
  await chart();
  server.use(on("get", "/api/activity", () => problem("statistics_unavailable", 503)));
  await user.click(screen.getByRole("button", { name: "새로고침" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("통계를 불러오지 못했어요");
  expect(await chart()).toHaveTextContent("업로드2개");
  answer(some);
  await user.click(screen.getByRole("button", { name: "다시 시도" }));
  await waitFor(async () => {
    expect(await chart()).toHaveTextContent("업로드1,002개");
  });
  expect(screen.queryByRole("alert")).toBeNull();
});

test("no activity says what could be here, in whose days, and where it is kept", async () => {
  answer([]);
  renderWith(<Page />);
  expect(await screen.findByText("이 기간에 한 일이 없어요")).toBeVisible();
  expect(screen.getByText(/Asia\/Seoul 시간대.*파일에 저장돼요/)).toBeVisible();
  expect(screen.queryByRole("button", { name: "CSV로 저장" })).toBeNull();
});

test("English has words for all of it", async () => {
  answer(some);
  renderWith(<Page />, { locale: "en" });
  const region = await screen.findByRole("region", { name: "Over time" });
  expect(region).toHaveTextContent("Uploads1,002 files · 2.0 KB");
  expect(region).toHaveTextContent("Times opened1 time");
});
