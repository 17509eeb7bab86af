import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse } from "msw";
import { expect, test } from "vitest";
import type { components } from "@/api/schema.gen";
import { config, on } from "@/testing/handlers";
import { renderWith } from "@/testing/renderWith";
import { server } from "@/testing/server";
import { StatisticsPage } from "./StatisticsPage";

type Activity = components["schemas"]["Activity"];

function keep(store: "off" | "firestore"): void {
  server.use(
    on("get", "/api/config", () =>
      HttpResponse.json({ ...config, statistics: { store, timeZone: "Asia/Seoul" } }),
    ),
    on("get", "/api/activity", ({ request }) => {
      const { searchParams } = new URL(request.url);
      return HttpResponse.json<Activity>({
        store: "firestore",
        timeZone: "Asia/Seoul",
        today: "2026-11-23",
        first: searchParams.get("first") ?? "",
        last: searchParams.get("last") ?? "",
        counts: [],
      });
    }),
  );
}

test("a server without statistics says what its deployer has to set, and is asked for none", async () => {
  keep("off");
  server.use(on("get", "/api/activity", () => Promise.reject(new Error("asked"))));
  renderWith(<StatisticsPage />);
  expect(await screen.findByText("이 서버는 통계를 세지 않아요")).toBeVisible();
  expect(screen.getByText("STATISTICS", { selector: "code" })).toBeVisible();
  expect(screen.getByText("docs/statistics.md", { selector: "code" })).toBeVisible();
});

test("the address keeps the period and the bucket, and shows them again", async () => {
  keep("firestore");
  history.replaceState(
    null,
    "",
    "/statistics?first=2026-11-01&last=2026-11-07&bucket=demo-reports",
  );
  const user = userEvent.setup();
  renderWith(<StatisticsPage />);
  expect(await screen.findByLabelText("시작일")).toHaveValue("2026-11-01");
  expect(await screen.findByText(/demo-reports 버킷에서 한 일이 없어요/)).toBeVisible();
  expect(screen.getByText(/Firestore에 저장돼요/)).toBeVisible();
  await user.click(screen.getByRole("radio", { name: "최근 7일" }));
  expect(location.search).toBe("?days=7&bucket=demo-reports");
  await user.selectOptions(screen.getByLabelText("버킷"), "모든 버킷");
  expect(location.search).toBe("?days=7");
});
