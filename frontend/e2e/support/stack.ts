import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../..", import.meta.url));
export const stateDir = `${root}.local/${process.env["E2E_STATE"] ?? "e2e"}`;

export type DemoUser = "demo-full" | "demo-reader" | "demo-uploader" | "demo-nolist";

export interface AccessKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

interface Demo {
  readonly awsEndpoint: string;
  readonly appUrl: string;
  readonly topicArn: string;
  readonly buckets: readonly string[];
  readonly users: Readonly<Record<DemoUser, AccessKeys>>;
}

/** What `make run` tells scripts: addresses, topic and the demo users' keys. */
export function demo(): Demo {
  return JSON.parse(readFileSync(`${stateDir}/demo.json`, "utf8")) as Demo;
}
