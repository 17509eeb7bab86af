// Memory of a browser while something is measured: JavaScript heap of the page, proportional set size of processes.
import { readFileSync } from "node:fs";
import { clearInterval, setInterval } from "node:timers";

const MIB = 1024 * 1024;
const EVERY = 250; // milliseconds

/** Samples until `stop`, which tells in MiB what it was at first and at most. */
export async function watchMemory({ page: ofPage, browser: ofBrowser }) {
  await ofPage.send("Performance.enable");
  const sample = async () => {
    const { metrics } = await ofPage.send("Performance.getMetrics");
    const { processInfo } = await ofBrowser.send("SystemInfo.getProcessInfo");
    const heap = metrics.find(({ name }) => name === "JSHeapUsedSize").value;
    const renderers = processInfo.filter(({ type }) => type === "renderer");
    return { heap, all: together(processInfo), renderers: together(renderers) };
  };
  const idle = await sample();
  const peak = { ...idle };
  const grow = async () => {
    const now = await sample();
    for (const kind of Object.keys(peak)) peak[kind] = Math.max(peak[kind], now[kind]);
  };
  // What is measured may fail and close the page in the middle of a sample: that failure is to be seen.
  const timer = setInterval(() => {
    grow().catch(() => clearInterval(timer));
  }, EVERY);
  const stop = () => {
    clearInterval(timer);
    return {
      heapMiB: peak.heap / MIB,
      idleMiB: idle.all / MIB,
      peakMiB: peak.all / MIB,
      rendererIdleMiB: idle.renderers / MIB,
      rendererPeakMiB: peak.renderers / MIB,
    };
  };
  return { stop };
}

function together(processes) {
  return processes.reduce((sum, { id }) => sum + proportional(id), 0);
}

/** Bytes of a process, shared pages counted in parts (Linux; 0 elsewhere). */
function proportional(pid) {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
    return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)[1]) * 1024;
  } catch {
    return 0;
  }
}
