/** Playwright's `test`, for pages under the deployed Content-Security-Policy: breaking it fails the test. */
import { expect, test as base, type BrowserContext } from "@playwright/test";

type Police = (context: BrowserContext) => Promise<void>;
type Policed = Window & { policyBroken?: (what: string) => void };

export const test = base.extend<{
  /** Watches another context than the test's own, which is watched anyhow. */
  police: Police;
}>({
  police: [
    async ({ context }, use) => {
      const broken: string[] = [];
      const police: Police = (other) => report(other, (what) => broken.push(what));
      await police(context);
      await use(police);
      expect(broken, "what the Content-Security-Policy refused").toEqual([]);
    },
    { auto: true },
  ],
});

async function report(context: BrowserContext, tell: (what: string) => void): Promise<void> {
  await context.exposeBinding("policyBroken", (_, what: string) => {
    tell(what);
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { effectiveDirective, blockedURI, sourceFile, sample } = event;
      (window as Policed).policyBroken?.(
        `${effectiveDirective}: ${blockedURI} ${sample} (${sourceFile})`,
      );
    });
  });
}
