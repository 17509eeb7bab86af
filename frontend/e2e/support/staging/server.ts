import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const frontend = fileURLToPath(new URL("../../..", import.meta.url));
const types: Record<string, string> = { ".html": "text/html", ".js": "text/javascript" };

export const MIB = 1024 * 1024;

export type StagingServer = Awaited<ReturnType<typeof startServer>>;

/** Serves the built page at / and one object of `size` random bytes, by ranges, at /object. */
export async function startServer(size: number) {
  const folder = await buildPage();
  const object = randomBytes(size);
  /** The ranges that were asked for. */
  const asked: string[] = [];
  const answerWith = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    if (pathname !== "/object") return sendFile(join(folder, pathname), response);
    asked.push(request.headers.range ?? "all");
    sendRange(object, request.headers.range, response);
  };
  const server = createServer((request, response) => void answerWith(request, response));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    page: `${origin}/e2e/support/staging/page.html`,
    object,
    asked,
    async stop() {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** As the app is built, worker and all. */
async function buildPage(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), "staging-"));
  const input = join(frontend, "e2e/support/staging/page.html");
  await build({
    root: frontend,
    logLevel: "error",
    build: { outDir, emptyOutDir: true, target: "es2023", rolldownOptions: { input } },
  });
  return outDir;
}

async function sendFile(path: string, response: ServerResponse): Promise<void> {
  const body = await readFile(path).catch(() => null);
  const type = types[extname(path)] ?? "application/octet-stream";
  response.writeHead(body === null ? 404 : 200, { "content-type": type }).end(body);
}

function sendRange(object: Buffer, range: string | undefined, response: ServerResponse): void {
  const [, from = "0", last = `${object.length - 1}`] = /bytes=(\d+)-(\d+)/.exec(range ?? "") ?? [];
  const bytes = object.subarray(Number(from), Number(last) + 1);
  response
    .writeHead(range === undefined ? 200 : 206, { "content-length": bytes.length })
    .end(bytes);
}

/** The ETag that S3 gives what was uploaded in parts of `partSize` bytes. */
export function etagOfParts(bytes: Buffer, partSize: number): string {
  const count = Math.ceil(bytes.length / partSize);
  const md5s = Array.from({ length: count }, (_, at) =>
    createHash("md5")
      .update(bytes.subarray(at * partSize, (at + 1) * partSize))
      .digest(),
  );
  return `${createHash("md5").update(Buffer.concat(md5s)).digest("hex")}-${count}`;
}

export function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
