/** Single keys that work anywhere on the page, except where a person types or a dialog is open. */
import { useEffect, useEffectEvent } from "react";

/** By the key as it is printed: "u", "/", "?", "Backspace"; "Mod+a" is with Ctrl or, on a Mac, Command. */
export type Shortcuts = Readonly<Record<string, () => void>>;

const elsewhere =
  "input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu]";

export function useShortcuts(shortcuts: Shortcuts): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const key = printedKey(event);
    const isMod = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const action = shortcuts[isMod ? `Mod+${key}` : key];
    if (action === undefined || (!isMod && isChord(event, key)) || isElsewhere(event)) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      onKeyDown(event);
    };
    document.addEventListener("keydown", listen);
    return () => {
      document.removeEventListener("keydown", listen);
    };
  }, []);
}

function isElsewhere(event: KeyboardEvent): boolean {
  const { target } = event;
  const isTyped = target instanceof Element && target.closest(elsewhere) !== null;
  return event.defaultPrevented || event.isComposing || isTyped;
}

/** Signs may need Shift to be typed at all: "?" nearly everywhere, "/" on a German keyboard. */
function isChord(event: KeyboardEvent, key: string): boolean {
  const isSign = !/^[a-z]|../i.test(key);
  return event.ctrlKey || event.metaKey || event.altKey || (event.shiftKey && !isSign);
}

/** A Korean keyboard reports "ㅕ", or "Process" while it composes, for the key that has U printed on it. */
function printedKey({ key, code }: KeyboardEvent): string {
  const isLatin = key !== "Process" && (key.length > 1 || key <= "~");
  return isLatin || !code.startsWith("Key") ? key : code.slice("Key".length).toLowerCase();
}
