// SHA-256 of the files that a page holds in its origin-private folder: it sends them to a listener of this process.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { pipeline } from "node:stream/promises";

/** @returns digests by path below the folder */
export async function digestsOf(page, folder) {
  const digests = {};
  const listener = createServer(async (request, response) => {
    const hash = createHash("sha256");
    await pipeline(request, hash);
    digests[decodeURIComponent(request.url.slice(1))] = hash.digest("hex");
    response.end();
  });
  listener.listen(0, "127.0.0.1");
  await once(listener, "listening");
  await page.evaluate(sendAll, [folder, `http://127.0.0.1:${listener.address().port}/`]);
  listener.close();
  listener.closeAllConnections();
  return digests;
}

/** Runs in the page. */
async function sendAll([name, listener]) {
  const root = await globalThis.navigator.storage.getDirectory();
  await send(await root.getDirectoryHandle(name), "");

  async function send(folder, path) {
    for await (const entry of folder.values()) {
      const below = path + entry.name;
      if (entry.kind === "directory") await send(entry, `${below}/`);
      else await post(below, await entry.getFile());
    }
  }

  function post(path, body) {
    const url = listener + encodeURIComponent(path);
    return globalThis.fetch(url, { method: "POST", mode: "no-cors", body });
  }
}
