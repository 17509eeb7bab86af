import { expect } from "@playwright/test";
import { open, register } from "../e2e/support/app";
import { DESKTOP, PHONE, shot } from "./shot";
import { test } from "../e2e/support/test";

test("a tree: selected, being counted, the question, dark, phone", async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await register(page, "demo-full");
  await open(page, "demo-reports");
  await page.getByRole("checkbox", { name: "inbox/" }).click();
  await shot(page, "tree-selected-ko");
  await page.route(/recursive=true/, () => undefined);
  await page.getByRole("button", { name: "삭제", exact: true }).click();
  await expect(page.getByRole("alertdialog").getByRole("textbox")).toBeFocused();
  await shot(page, "tree-counting-ko");
  await page.keyboard.press("Escape");
  await page.unroute(/recursive=true/);
  await page.keyboard.press("Delete");
  await expect(page.getByRole("alertdialog", { name: /삭제할까요/ })).toBeVisible();
  await shot(page, "tree-question-ko");
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ colorScheme: "dark" });
  await shot(page, "tree-question-phone-dark-ko");
  await page.getByRole("button", { name: "취소" }).click();
  await shot(page, "tree-selected-phone-dark-ko");
});

test("a denied place: who would pay, and refused to who pays", async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await register(page, "demo-uploader");
  await page.goto("/b/demo-photos");
  await page.getByRole("button", { name: "요청자 지불 버킷으로 열기" }).click();
  await expect(page.getByRole("button", { name: "요청자 지불 해제" })).toBeVisible();
  await shot(page, "requester-pays-denied-ko");
  await page.setViewportSize(PHONE);
  await shot(page, "requester-pays-denied-phone-ko");
});
