/** `?` opens the list of keys, except where a person types. */
import { useEffect, useEffectEvent } from "react";

export function useHelpKey(onHelp: () => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const isTyping =
      event.target instanceof Element &&
      event.target.closest("input, textarea, select, [role=dialog], [role=alertdialog]") !== null;
    if (event.key === "?" && !isTyping && !event.defaultPrevented) onHelp();
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
