/** Playwright's `test`, for pages under the deployed Content-Security-Policy: breaking it fails the test. */
import { expect, test as base } from "@playwright/test";

type Policed = Window & { policyBroken?: (what: string) => void };

export const test = base.extend<{ policed: undefined }>({
  policed: [
    async ({ context }, use) => {
      const broken: string[] = [];
      await context.exposeBinding("policyBroken", (_, what: string) => broken.push(what));
      await context.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => {
          const { effectiveDirective, blockedURI, sourceFile, sample } = event;
          (window as Policed).policyBroken?.(
            `${effectiveDirective}: ${blockedURI} ${sample} (${sourceFile})`,
          );
        });
      });
      await use(undefined);
      expect(broken, "what the Content-Security-Policy refused").toEqual([]);
    },
    { auto: true },
  ],
});
