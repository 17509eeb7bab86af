/** The Firestore emulator on loopback, unless a HOST is given: `node firestore.mjs PORT [HOST]` (0 takes a free one). */
import { FirestoreServer } from "@firestore-emulator/server";
import grpc from "@grpc/grpc-js";
import { say } from "./started.mjs";

const [port = "0", host = "127.0.0.1"] = process.argv.slice(2);
const { server } = new FirestoreServer(); // its own start() would bind 0.0.0.0
server.bindAsync(`${host}:${port}`, grpc.ServerCredentials.createInsecure(), say);
