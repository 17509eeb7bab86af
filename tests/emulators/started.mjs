/** Says on the first line of output where an emulator answers. */
export function say(error, port) {
  if (error) {
    console.error(`Cannot listen: ${error.message}`);
    process.exit(1);
  }
  console.log(`127.0.0.1:${port}`);
}

// Whoever holds the other end of the input may be killed; nothing is left of this then.
if (process.env.END_WITH_INPUT) process.stdin.once("end", () => process.exit()).resume();
