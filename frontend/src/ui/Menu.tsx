/** A menu that opens from a trigger; give the trigger as the first child of `MenuTrigger`. */
import type { ReactNode } from "react";
import { Menu as AriaMenu, MenuItem as AriaMenuItem } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";

export { MenuTrigger } from "react-aria-components/Menu";

export interface MenuProps {
  readonly label: string;
  readonly children: ReactNode;
}

export function Menu({ label, children }: MenuProps) {
  return (
    <Popover
      offset={4}
      className="border-line bg-overlay shadow-overlay min-w-44 overflow-auto rounded-md border p-1"
    >
      <AriaMenu aria-label={label} className="outline-none">
        {children}
      </AriaMenu>
    </Popover>
  );
}

export interface MenuItemProps {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly isDestructive?: boolean;
  readonly onAction: () => void;
}

export function MenuItem({ label, icon, isDestructive = false, onAction }: MenuItemProps) {
  const ink = isDestructive ? "text-danger-ink" : "text-ink";
  return (
    <AriaMenuItem
      textValue={label}
      onAction={onAction}
      className={`h-control focused:bg-hover flex cursor-default items-center gap-2 rounded-sm px-2 text-sm outline-none ${ink}`}
    >
      {icon}
      {label}
    </AriaMenuItem>
  );
}
