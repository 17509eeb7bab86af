/** Loads the words of the pages beside browsing before a test needs them. */
import { act } from "@testing-library/react";
import { loadPageMessages } from "@/locales/messages";
import { PageWords } from "@/locales/PageWords";
import { renderWith } from "./renderWith";

/** React resumes what waits for a promise only within an awaited act, which user-event's acts are not. */
export async function loadPageWords(): Promise<void> {
  await loadPageMessages("ko");
  await act(async () => {
    renderWith(<PageWords>{null}</PageWords>);
    await Promise.resolve();
  });
}
