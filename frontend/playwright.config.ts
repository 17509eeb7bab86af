import { defineConfig } from "@playwright/test";
import { execFileSync } from "node:child_process";

const port = process.env["E2E_PORT"] ?? "8180";
const awsPort = process.env["E2E_AWS_PORT"] ?? "4677";
const name = process.env["E2E_STATE"] ?? "e2e";
const state = `.local/${name}`;

// Found once, by the first process; its workers inherit the answer.
process.env["CHROMIUM"] ??= execFileSync(process.execPath, ["scripts/ensure-browser.mjs"], {
  cwd: import.meta.dirname,
  encoding: "utf8",
  stdio: ["ignore", "pipe", "inherit"],
}).trim();

/** What every stack has in common. */
export const server = {
  cwd: `${import.meta.dirname}/..`,
  reuseExistingServer: false,
  gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
  stdout: "ignore",
  timeout: 60_000,
} as const;

export default defineConfig({
  testDir: "e2e",
  testIgnore: ["faults/**", "firebase/**"], // playwright.{faults,firebase}.config.ts
  outputDir: `test-results/${name}`, // emptied by each run, also while another one runs
  fullyParallel: false,
  workers: 1, // one stack, and specs count what reaches it
  forbidOnly: true,
  retries: 1, // a busy machine can stall for seconds; what passes only then is listed as flaky
  timeout: 60_000,
  reporter: [["list"]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: "ko-KR",
    timezoneId: "Asia/Seoul",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env["CHROMIUM"],
      chromiumSandbox: false,
      args: ["--disable-background-networking"],
    },
  },
  webServer: {
    ...server,
    command:
      `rm -rf ${state} && exec .venv/bin/python -m local ` +
      `--port ${port} --aws-port ${awsPort} --state ${state} --end-with-parent`,
    url: `http://127.0.0.1:${port}/api/config`,
  },
});
