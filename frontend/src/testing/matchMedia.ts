/** jsdom has no media queries: tests say which match. */

let isWide = true;

/** Whether the page is a desktop's (the default) or a phone's. */
export function setWide(wide: boolean): void {
  isWide = wide;
}

export function installMatchMedia(): void {
  isWide = true;
  window.matchMedia = (query) =>
    Object.assign(new EventTarget(), {
      matches: query.includes("min-width") && isWide,
      media: query,
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    });
}
