// Builds the page of a peer: `node buildPeer.mjs <folder of peers> <name> <where to>`.
import { join } from "node:path";
import { build } from "vite";

const [, , peers, name, outDir] = process.argv;

await build({
  root: peers,
  configFile: false,
  logLevel: "error",
  resolve: { alias: { client: join(peers, name, "client.js") } },
  define: { global: "globalThis" },
  build: { outDir, emptyOutDir: true, rolldownOptions: { input: join(peers, "page.html") } },
});
