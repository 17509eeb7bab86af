/** Playwright's `test`, for pages under the deployed Content-Security-Policy: breaking it fails the test. */
import { expect, test as base, type BrowserContext } from "@playwright/test";

type Police = (context: BrowserContext) => void;

export const test = base.extend<{
  /** Watches another context than the test's own, which is watched anyhow. */
  police: Police;
}>({
  police: [
    async ({ context }, use) => {
      const broken: string[] = [];
      const police: Police = (other) => {
        report(other, (what) => broken.push(what));
      };
      police(context);
      await use(police);
      expect(broken, "what the Content-Security-Policy refused").toEqual([]);
    },
    { auto: true },
  ],
});

// By the console, which hears of workers too.
function report(context: BrowserContext, tell: (what: string) => void): void {
  context.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) tell(message.text());
  });
}
