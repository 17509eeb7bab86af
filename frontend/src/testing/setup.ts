/** What every Vitest file gets: DOM matchers, the mock server, and a clean page between tests. */
import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { installMatchMedia } from "./matchMedia";
import { server } from "./server";

// A busy machine takes longer than the second that is usual.
configure({ asyncUtilTimeout: 3000 });

beforeAll(() => {
  server.listen({ onUnhandledRequest: "error" });
});

beforeEach(installMatchMedia);

afterEach(() => {
  cleanup();
  server.resetHandlers();
  localStorage.clear();
});

afterAll(() => {
  server.close();
});
