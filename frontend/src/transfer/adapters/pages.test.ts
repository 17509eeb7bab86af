/** Pages in a browser that blocks site data. */
import { afterEach, expect, it, vi } from "vitest";
import { live } from "./pages";

afterEach(() => {
  vi.unstubAllGlobals();
});

it("a page that gets no lock learns it, and waits for nothing", async () => {
  const request = () => Promise.reject(new DOMException("", "SecurityError"));
  vi.stubGlobal("navigator", { locks: { request } });
  await expect(live()).rejects.toMatchObject({ name: "SecurityError" });
});
