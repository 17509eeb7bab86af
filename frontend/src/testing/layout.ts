/** Gives jsdom the sizes that virtual lists ask for; it lays nothing out by itself. */
import { vi } from "vitest";

/** What scrolls is 1000 by 600 pixels, each measured row within it 40 high; undone by `vi.restoreAllMocks`. */
export function stubLayout(): void {
  vi.spyOn(Element.prototype, "clientWidth", "get").mockReturnValue(1000);
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockImplementation(heightOf);
  Element.prototype.scrollTo = () => undefined;
}

function heightOf(this: HTMLElement): number {
  return this.dataset["index"] === undefined ? 600 : 40;
}
