// What a script of this folder is asked to do: JSON on its standard input.
import { json } from "node:stream/consumers";

export const task = await json(process.stdin);
