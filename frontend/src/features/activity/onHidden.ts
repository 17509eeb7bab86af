/** Hears that the page is hidden: nothing that comes later is sure to be heard, on phones least of all. */
export function onHidden(listener: () => void): void {
  addEventListener("pagehide", listener);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") listener();
  });
}
