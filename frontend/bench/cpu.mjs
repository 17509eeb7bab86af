// CPU time of a browser: other work on the machine hardly changes it, as it does the clock.
/** Seconds of all its processes so far. */
export async function cpuSeconds(page) {
  const session = await page.context().browser().newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}
