/** Somebody at a page of the app: what they do, and what they see in the dock. */
import { expect, type Locator, type Page } from "@playwright/test";
import { choose, open, register } from "../../support/app";
import { pickOnDisk } from "../../support/pickOnDisk";
import type { Content } from "./content";
import type { Place } from "./place";

const counts = {
  waiting: "대기",
  active: "진행 중",
  paused: "일시정지",
  done: "완료",
  failed: "실패",
  cancelled: "취소됨",
} as const;

export class Person {
  constructor(
    readonly page: Page,
    readonly place: Place,
  ) {}

  /** Enters demo-full's keys and opens the place. */
  async arrives(): Promise<void> {
    this.page.on("dialog", (leaving) => void leaving.accept()); // a page with uploads asks first
    await register(this.page, "demo-full");
    await this.opens();
  }

  async opens(): Promise<void> {
    await open(this.page, this.place.bucket, this.place.prefix);
  }

  /** Through the picker; the browser keeps no handle, so a reload needs the files again. */
  async uploads(...files: readonly Content[]): Promise<void> {
    await choose(
      this.page,
      files.map(({ name, bytes }) => ({ name, mimeType: "", buffer: bytes })),
    );
  }

  /** Through the picker; the browser keeps handles, so a reload needs nothing. */
  async uploadsFromDisk(...paths: readonly string[]): Promise<void> {
    await pickOnDisk(this.page, paths);
    await this.presses("업로드");
  }

  get dock(): Locator {
    return this.page.getByRole("region", { name: "전송" });
  }

  /** The row of a file. */
  row(name: string): Locator {
    return this.dock.getByRole("listitem").filter({ has: this.page.getByTitle(name) });
  }

  /** How many transfers stand so, in the dock's first line. */
  async sees(count: number, status: keyof typeof counts, timeout = 20_000): Promise<void> {
    const text = this.dock.getByText(`${count} ${counts[status]}`, { exact: true });
    await expect(text).toBeVisible({ timeout });
  }

  /** A text in the row of a file. */
  async seesIn(name: string, text: string | RegExp): Promise<void> {
    await expect(this.row(name).getByText(text).filter({ visible: true }).first()).toBeVisible();
  }

  async presses(name: string): Promise<void> {
    await this.page.getByRole("button", { name, exact: true }).click();
  }
}
