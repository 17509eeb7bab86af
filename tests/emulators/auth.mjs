/**
 * Firebase's Auth emulator on loopback: `node auth.mjs PORT` (0 takes a free one).
 *
 * It is the server inside firebase-tools without the command around it, which would take fixed
 * ports for a hub and a log, look for updates and report its use.
 */
import emulator from "firebase-tools/lib/emulator/auth/server.js";
import { say } from "./started.mjs";

const app = await emulator.createApp("demo-s3loader");
const listening = app.listen(Number(process.argv[2] ?? "0"), "127.0.0.1");
listening.once("error", say);
listening.once("listening", () => say(undefined, listening.address().port));
