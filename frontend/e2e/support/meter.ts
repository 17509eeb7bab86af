/** An HTTP proxy between a browser and the embedded AWS: it counts what downloads carry, and can hold it up. */
import { once } from "node:events";
import {
  createServer,
  request as send,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream/promises";
import { demo } from "./stack";

export class Meter {
  /** Bytes that S3 has sent in answer to GETs. */
  bytes = 0;
  /** The most GETs of S3 at one time. */
  connections = 0;
  #current = 0;
  #limit = Infinity;
  #reached: () => void = () => undefined;
  #released = Promise.resolve();
  #release: () => void = () => undefined;
  readonly #proxy = createServer((request, response) => {
    this.#forward(request, response);
  });

  /** @returns the port on this machine */
  async listen(): Promise<number> {
    this.#proxy.listen(0, "127.0.0.1");
    await once(this.#proxy, "listening");
    return (this.#proxy.address() as AddressInfo).port;
  }

  /** Lets that many bytes more pass and then none; resolves when none pass any more. */
  holdAfter(bytes: number): Promise<void> {
    this.#limit = this.bytes + bytes;
    this.#released = new Promise((resolve) => (this.#release = resolve));
    return new Promise((resolve) => (this.#reached = resolve));
  }

  release(): void {
    this.#limit = Infinity;
    this.#release();
  }

  close(): void {
    this.#proxy.close();
    this.#proxy.closeAllConnections();
  }

  #forward(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? "");
    const { method, headers } = request;
    const onward = send(url, { ...(method && { method }), headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      const isDownload = method === "GET" && url.port === new URL(demo().awsEndpoint).port;
      const carried = isDownload ? this.#count(answer) : answer;
      pipeline(carried, response).catch(() => response.destroy());
    });
    onward.on("error", () => response.destroy());
    response.on("close", () => onward.destroy());
    request.pipe(onward);
  }

  async *#count(answer: IncomingMessage): AsyncGenerator<Buffer> {
    this.#current += 1;
    this.connections = Math.max(this.connections, this.#current);
    try {
      for await (const chunk of answer as AsyncIterable<Buffer>) {
        await this.#turn();
        this.bytes += chunk.length;
        yield chunk;
      }
    } finally {
      this.#current -= 1;
    }
  }

  async #turn(): Promise<void> {
    if (this.bytes < this.#limit) return;
    this.#reached();
    await this.#released;
  }
}
