/** Keeps the focus in the dock when the control that had it goes: its heading gets it, never another file's control. */
import { useEffect, useEffectEvent, useRef, type FocusEvent } from "react";

/** `onGone` is told when the dock itself went with that control. */
export function useKeptFocus(onGone: () => void) {
  const dock = useRef<HTMLElement>(null);
  const holder = useRef<Element | null>(null);
  const hand = useEffectEvent(() => {
    const heading = dock.current?.querySelector("h2");
    if (heading) heading.focus();
    else onGone();
  });
  useEffect(() => {
    if (holder.current === null || holder.current.isConnected) return;
    holder.current = null;
    if (document.activeElement === document.body) hand();
  });
  return {
    ref: dock,
    onFocus: ({ target }: FocusEvent) => {
      holder.current = target;
    },
    // A control that goes loses the focus to nothing; one that is left loses it to another.
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) holder.current = null;
    },
  };
}
