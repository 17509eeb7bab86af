/** The page itself, past header and buckets: where a keyboard goes on after what had the focus is gone. */
export const contentId = "content";

export function focusContent(): void {
  document.getElementById(contentId)?.focus();
}
