/** Says on the first line of output where an emulator answers. */
export function say(error, port) {
  if (error) {
    console.error(`Cannot listen: ${error.message}`);
    process.exit(1);
  }
  console.log(`127.0.0.1:${port}`);
}
