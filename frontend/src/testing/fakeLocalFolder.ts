/** A local folder whose state a test sets by hand; it remembers what it was asked for. */
import { vi } from "vitest";
import type { BrowserLocalFolder } from "@/transfer/browserLocalFolder";
import type { LocalFolderState } from "@/transfer/localFolder";

export const chosen = {
  kind: "chosen",
  name: "받은 파일",
  permission: "granted",
} as const satisfies LocalFolderState;

/** Its person agrees to whatever is asked, until a test says otherwise. */
export function fakeLocalFolder(state: LocalFolderState = chosen) {
  let snapshot = state;
  const listeners = new Set<() => void>();
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => snapshot,
    choose: vi.fn(() => Promise.resolve(true)),
    ensure: vi.fn(() => Promise.resolve(true)),
    forget: vi.fn(() => Promise.resolve()),
    picked: null,
    /** What the browser or the person made of it. */
    show: (next: LocalFolderState) => {
      snapshot = next;
      for (const listener of listeners) listener();
    },
  } satisfies BrowserLocalFolder & { show: unknown };
}
