/** A small panel that opens from a trigger; put it after its button inside `DialogTrigger`. */
import type { ReactNode } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { LocalPopover } from "./LocalPopover";

export interface PopoverPanelProps {
  readonly label: string;
  readonly children: ReactNode;
}

export function PopoverPanel({ label, children }: PopoverPanelProps) {
  return (
    <LocalPopover
      placement="bottom start"
      className="w-104 max-w-[calc(100vw-16px)] overflow-auto rounded-lg border border-line bg-overlay shadow-overlay"
    >
      <Dialog aria-label={label} className="p-4 outline-none">
        {children}
      </Dialog>
    </LocalPopover>
  );
}
