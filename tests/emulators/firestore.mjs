/** The Firestore emulator on loopback: `node firestore.mjs PORT` (0 takes a free one). */
import { FirestoreServer } from "@firestore-emulator/server";
import grpc from "@grpc/grpc-js";
import { say } from "./started.mjs";

const port = process.argv[2] ?? "0";
const { server } = new FirestoreServer(); // its own start() would bind 0.0.0.0
server.bindAsync(`127.0.0.1:${port}`, grpc.ServerCredentials.createInsecure(), say);
