// CPU time of a browser: other work on the machine hardly changes it, as it does the clock.
/** Seconds of all its processes so far. */
export async function cpuSeconds({ browser }) {
  const { processInfo } = await browser.send("SystemInfo.getProcessInfo");
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}
