/**
 * Writes docs/reliability.md from the rows that ran (RELIABILITY=write), or fails the run when the
 * committed one says something else (RELIABILITY=check). Without the variable it does nothing, so
 * that a single spec can be run.
 */
import type { FullResult, Reporter, TestCase, TestResult } from "@playwright/test/reporter";
import { readFileSync, writeFileSync } from "node:fs";
import { root } from "../../support/stack";
import { reliabilityPage, type Row } from "./reliabilityPage";

const PAGE = `${root}docs/reliability.md`;

class ReliabilityReporter implements Reporter {
  /** By test, so that a test that is run again counts once. */
  private readonly rows = new Map<string, Row>();

  onTestEnd(test: TestCase, { status }: TestResult): void {
    const told = (type: string) => test.annotations.find((note) => note.type === type)?.description;
    const [fault, sees, asserts] = [told("fault"), told("sees"), told("asserts")];
    if (fault === undefined || sees === undefined || asserts === undefined) return;
    const spec = test.titlePath().find((title) => title.endsWith(".spec.ts")) ?? "";
    this.rows.set(test.id, { fault, sees, asserts, spec, result: results[status] });
  }

  onEnd(): Promise<{ status: FullResult["status"] } | undefined> {
    const page = reliabilityPage([...this.rows.values()]);
    return Promise.resolve(finish(page));
  }
}

const results = {
  passed: "passed",
  skipped: "open",
  failed: "FAILED",
  timedOut: "FAILED",
  interrupted: "FAILED",
} as const;

function finish(page: string): { status: FullResult["status"] } | undefined {
  const { RELIABILITY } = process.env;
  if (RELIABILITY === "write") writeFileSync(PAGE, page);
  if (RELIABILITY !== "check" || readFileSync(PAGE, "utf8") === page) return undefined;
  console.error("docs/reliability.md is not what the tests say. Write it anew: make reliability");
  return { status: "failed" };
}

// eslint-disable-next-line import-x/no-default-export -- Playwright asks for one
export default ReliabilityReporter;
