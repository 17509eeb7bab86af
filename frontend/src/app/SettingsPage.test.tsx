import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { registered } from "@/testing/handlers";
import { loadPageWords } from "@/testing/pageWords";
import { App } from "./App";
import { createServices } from "./services";

// Chunks of their own: a loaded machine takes its time to transform them.
beforeAll(async () => {
  await import("./Shell");
  await import("./SettingsPage");
  await loadPageWords();
}, 60_000);

test("설정 beside the buckets opens the settings and is marked as the page that is open", async () => {
  localStorage.setItem("s3loader.account", JSON.stringify(registered));
  history.replaceState(null, "", "/b/demo-reports");
  await act(async () => {
    render(<App services={createServices()} />);
    await Promise.resolve();
  });
  const link = await screen.findByRole("link", { name: "설정" });
  await act(async () => {
    await userEvent.click(link);
  });
  expect(await screen.findByRole("heading", { name: "설정", level: 1 })).toBeVisible();
  expect(screen.getByRole("link", { name: "설정" })).toHaveAttribute("aria-current", "page");
  expect(screen.getByRole("heading", { name: "받는 폴더" })).toBeVisible();
  expect(screen.getByRole("heading", { name: "요청자 지불 버킷" })).toBeVisible();
  expect(document.title).toBe("설정 · S3 Loader");
});
