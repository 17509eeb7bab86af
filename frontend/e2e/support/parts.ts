/** Which parts of multipart uploads reach S3, and how many may before the others are held. */
import { expect, type Page, type Request } from "@playwright/test";

export class Parts {
  /** Numbers of the parts that S3 has acknowledged, in that order. */
  readonly stored: number[] = [];

  private isHolding = false;

  constructor(private readonly page: Page) {
    page.on("response", (response) => {
      const part = partOf(response.request());
      if (part !== null && response.ok()) this.stored.push(part);
    });
  }

  /** Lets `count` parts through; all others stay under way, until the page is reloaded at the latest. */
  async holdAfter(count: number): Promise<void> {
    let left = count;
    this.isHolding = true;
    await this.page.route(/[?&]partNumber=/, async (route) => {
      const passes = partOf(route.request()) === null || !this.isHolding || left-- > 0;
      if (passes) await route.continue();
    });
    this.page.once("framenavigated", () => {
      this.release();
    });
  }

  /** What is asked for from now on goes through. */
  release(): void {
    this.isHolding = false;
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
