import { defineConfig } from "@playwright/test";
import usual, { server } from "./playwright.config";

const port = process.env["E2E_FIREBASE_PORT"] ?? "8190";
const awsPort = process.env["E2E_FIREBASE_AWS_PORT"] ?? "4690";
const authPort = process.env["E2E_FIREBASE_AUTH_PORT"] ?? "9190";

// Workers inherit them.
process.env["E2E_STATE"] ??= "e2e-firebase";
const state = `.local/${process.env["E2E_STATE"]}`;
process.env["AUTH_EMULATOR"] = `http://127.0.0.1:${authPort}`;

/** The server's own credentials for people who sign in, with Firebase's Auth emulator. */
export default defineConfig({
  ...usual,
  testDir: "e2e/firebase",
  testIgnore: [],
  outputDir: `test-results/${process.env["E2E_STATE"]}`,
  use: { ...usual.use, baseURL: `http://127.0.0.1:${port}` },
  webServer: [
    {
      ...server,
      command: `exec node tests/emulators/auth.mjs ${authPort}`,
      url: process.env["AUTH_EMULATOR"],
    },
    {
      ...server,
      env: {
        SERVER_CREDENTIALS: "signed-in",
        FIREBASE_PROJECT_ID: "demo-s3loader",
        FIREBASE_AUTH_EMULATOR_HOST: `127.0.0.1:${authPort}`,
        FIREBASE_WEB_CONFIG: JSON.stringify({
          apiKey: "no-key",
          authDomain: "demo-s3loader.firebaseapp.com",
          projectId: "demo-s3loader",
          appId: "1:1:web:1",
          measurementId: "G-DEMO",
        }),
        SIGN_IN_DOMAINS: "example.com",
        SIGN_IN_CLAIM: "s3loader",
        SIGN_IN_BUCKETS: JSON.stringify({
          "lee@example.com": ["demo-photos", "demo-reports"],
          "@example.com": ["demo-photos"],
        }),
      },
      command:
        `rm -rf ${state} && exec .venv/bin/python -m local ` +
        `--port ${port} --aws-port ${awsPort} --state ${state} --end-with-parent`,
      url: `http://127.0.0.1:${port}/api/config`,
    },
  ],
});
