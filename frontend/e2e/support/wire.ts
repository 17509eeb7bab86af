import type { Page } from "@playwright/test";
import { EventEmitter, once } from "node:events";
import {
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream/promises";
import { demo } from "./stack";

/** One GET of an object that came over the wire. */
export interface Get {
  /** Still encoded, below the bucket's name. */
  readonly path: string;
  /** "bytes=0-16777215"; null for a whole object. */
  readonly range: string | null;
  /** Bytes of the body that the browser was given. */
  sent: number;
}

/**
 * `half`: the rest of the body comes when the wire is released. `cut`: the connection breaks off
 * there. `flip`: one bit is another. `expired` and `busy`: so S3 answers.
 */
export type Fate = "whole" | "half" | "cut" | "flip" | "expired" | "busy";

/** What lies between a browser's downloads and S3: counts what goes through and does harm as told. */
export class Wire {
  readonly gets: Get[] = [];
  fate: (get: Get, index: number) => Fate = () => "whole";
  private readonly news = new EventEmitter().setMaxListeners(0);
  private isReleased = false;

  private constructor(private readonly server: Server) {}

  /** Stretches it: from now on the URLs that this page and its context's others get lead through it. */
  static async between(page: Page): Promise<Wire> {
    const server = createServer();
    const wire = new Wire(server);
    server.on("request", (asked: IncomingMessage, answer: ServerResponse) => {
      wire.carry(asked, answer).catch(() => answer.destroy());
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    await page.context().route("**/api/downloads", async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll(`:${s3Port()}/`, `:${wire.port}/`);
      await route.fulfill({ response, body });
    });
    return wire;
  }

  /** Bytes of objects that the browser was given in all. */
  get sentBytes(): number {
    return this.gets.reduce((sum, { sent }) => sum + sent, 0);
  }

  /** Lets `count` GETs through from now on, and half of every other until it is released. */
  holdAfter(count: number): void {
    const last = this.gets.length + count;
    this.isReleased = false;
    this.fate = (_, index) => (index < last ? "whole" : "half");
  }

  /** What was held goes on, and all that follows comes whole. */
  release(): void {
    this.fate = () => "whole";
    this.isReleased = true;
    this.news.emit("release");
  }

  close(): void {
    this.release();
    this.server.closeAllConnections();
    this.server.close();
  }

  private get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  private async carry(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { method, url = "", headers } = asked;
    const get = { path: url.split("?")[0] ?? "", range: headers.range ?? null, sent: 0 };
    const fate = method === "GET" ? this.fate(get, this.gets.push(get) - 1) : "whole";
    if (fate === "expired" || fate === "busy") {
      answer.writeHead(...refusals[fate].head).end(refusals[fate].body);
      return;
    }
    const there = await fromS3(asked, this.port);
    answer.writeHead(there.statusCode ?? 502, there.headers);
    const body = (chunks: AsyncIterable<Buffer>) => this.harmed(chunks, get, fate, half(there));
    await pipeline(there, body, answer);
  }

  private async *harmed(chunks: AsyncIterable<Buffer>, get: Get, fate: Fate, half: number) {
    for await (const chunk of chunks) {
      yield fate === "flip" && get.sent === 0 ? flipped(chunk) : chunk;
      get.sent += chunk.length;
      if (get.sent < half) continue;
      if (fate === "cut") throw new Error("The connection breaks off");
      if (fate === "half" && !this.isReleased) await once(this.news, "release");
    }
  }
}

function s3Port(): string {
  return new URL(demo().awsEndpoint).port;
}

/** S3's answer to the same request; the host that was signed is its own. */
async function fromS3(asked: IncomingMessage, port: number): Promise<IncomingMessage> {
  const { method, url, headers } = asked;
  const host = headers.host?.replace(`:${port}`, `:${s3Port()}`);
  const there = request(new URL(url ?? "", demo().awsEndpoint), {
    method,
    headers: { ...headers, host },
  });
  const [answer] = (await once(there.end(), "response")) as [IncomingMessage];
  return answer;
}

function half({ headers }: IncomingMessage): number {
  return Number(headers["content-length"] ?? 0) / 2;
}

function flipped(chunk: Buffer): Buffer {
  const copy = Buffer.from(chunk);
  copy[0] = (copy[0] ?? 0) ^ 1;
  return copy;
}

const refusals = {
  expired: refusal(403, "AccessDenied", "Request has expired"),
  busy: refusal(503, "SlowDown", "Please reduce your request rate."),
} as const;

function refusal(status: number, code: string, message: string) {
  const headers = { "content-type": "application/xml", "access-control-allow-origin": "*" };
  const body = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { head: [status, headers] as const, body };
}
