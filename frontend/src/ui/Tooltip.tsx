/** The tooltip's bubble; put it beside its trigger inside `TooltipTrigger`. */
import { Tooltip as AriaTooltip } from "react-aria-components/Tooltip";
import type { ReactNode } from "react";

export function Tooltip({ children }: { readonly children: ReactNode }) {
  return (
    <AriaTooltip
      offset={6}
      className="pointer-events-none max-w-72 rounded-md bg-ink px-2 py-1 text-xs text-canvas shadow-overlay"
    >
      {children}
    </AriaTooltip>
  );
}
