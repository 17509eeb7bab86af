// How a browser for the tests is looked for, and installed where there is none. What it does goes to stderr.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

export function starts(path) {
  return existsSync(path) && spawnSync(path, ["--version"], { stdio: "ignore" }).status === 0;
}

/** The path in an environment variable; ends the process where that does not start. */
export function given(variable) {
  const path = process.env[variable];
  if (path && !starts(path)) fail(`${variable}=${path} does not start.`);
  return path;
}

export function onPath(names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(starts);
}

/** Installs Debian packages, where this is Debian and we may. */
export function installDebians(...packages) {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return;
  run("apt-get", ["update", "-qq"]);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages]);
}

export function run(command, args) {
  console.error(`Installing a browser: ${command} ${args.join(" ")}`);
  try {
    execFileSync(command, args, { stdio: ["ignore", "ignore", "inherit"], timeout: 600_000 });
  } catch (error) {
    console.error(`That failed: ${error.message}`);
  }
}

/** Prints the path that was found; else says how to get one, and ends the process. */
export function answer(path, howToGetOne) {
  if (!path) fail(howToGetOne);
  console.error(`Browser: ${path}`);
  console.log(path);
}

function fail(reason) {
  console.error(reason);
  process.exit(1);
}
