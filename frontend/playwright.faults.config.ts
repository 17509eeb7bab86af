import { defineConfig } from "@playwright/test";
import usual, { server } from "./playwright.config";

const port = process.env["E2E_FAULTS_PORT"] ?? "8182";
const awsPort = process.env["E2E_FAULTS_AWS_PORT"] ?? "4682";
const s3Port = process.env["E2E_FAULTS_S3_PORT"] ?? "4683";

// Workers inherit them.
process.env["E2E_STATE"] ??= "e2e-faults";
const state = `.local/${process.env["E2E_STATE"]}`;
process.env["SCRIPTED_S3"] = `http://127.0.0.1:${s3Port}`;

/** Every fault that an upload can meet, with a scripted S3 between the app and the embedded one. */
export default defineConfig({
  ...usual,
  testDir: "e2e/faults",
  testIgnore: [],
  outputDir: `test-results/${process.env["E2E_STATE"]}`,
  reporter: [["list"], ["./e2e/faults/support/reliabilityReporter.ts"]],
  use: { ...usual.use, baseURL: `http://127.0.0.1:${port}` },
  webServer: [
    {
      ...server,
      // Small parts, so that an upload of many takes no time.
      env: { MULTIPART_THRESHOLD: "1048576", PART_SIZE: "262144", S3_CHECKSUMS: "true" },
      command:
        `rm -rf ${state} && exec .venv/bin/python -m local ` +
        `--port ${port} --aws-port ${awsPort} --s3-endpoint ${process.env["SCRIPTED_S3"]} ` +
        `--state ${state} --end-with-parent`,
      url: `http://127.0.0.1:${port}/api/config`,
    },
    {
      ...server,
      command:
        `exec .venv/bin/python -m tests.faults ` +
        `--port ${s3Port} --upstream http://127.0.0.1:${awsPort}`,
      url: `${process.env["SCRIPTED_S3"]}/__faults/log`,
    },
  ],
});
