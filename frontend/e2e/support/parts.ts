/** Which parts of multipart uploads reach S3, and how many may before the others are held. */
import { expect, type Page, type Request } from "@playwright/test";

export class Parts {
  /** Numbers of the parts that S3 has acknowledged, in that order. */
  readonly stored: number[] = [];

  constructor(private readonly page: Page) {
    page.on("response", (response) => {
      const part = partOf(response.request());
      if (part !== null && response.ok()) this.stored.push(part);
    });
  }

  /** Lets `count` parts through; all others stay under way until `release` or the page goes. */
  async holdAfter(count: number): Promise<void> {
    let left = count;
    await this.page.route(/[?&]partNumber=/, async (route) => {
      if (partOf(route.request()) === null || left-- > 0) await route.continue();
    });
  }

  /** What is asked for from now on goes through. */
  async release(): Promise<void> {
    await this.page.unroute(/[?&]partNumber=/);
  }

  async reached(count: number): Promise<void> {
    await expect.poll(() => this.stored.length, { timeout: 60_000 }).toBe(count);
  }
}

function partOf(request: Request): number | null {
  if (request.method() !== "PUT") return null;
  const part = new URL(request.url()).searchParams.get("partNumber");
  return part === null ? null : Number(part);
}
