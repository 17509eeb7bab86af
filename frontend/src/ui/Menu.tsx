/**
 * A menu that opens from a button; give the button as the first child of `MenuTrigger`.
 *
 * Not React Aria's own menu: its collections weigh 17 kB gzip, which a handful of items do not need.
 */
import { use, useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { DialogContext, OverlayTriggerStateContext } from "react-aria-components/Dialog";
import { useSlottedContext } from "react-aria-components/slots";
import { LocalPopover } from "./LocalPopover";

export { DialogTrigger as MenuTrigger } from "react-aria-components/Dialog";

export interface MenuProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** In the order that they are read. */
function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>("[role^=menuitem]")];
}

/** The item that `key` leads to from the item at `index`, around both ends. */
function target(key: string, index: number, count: number): number | undefined {
  return {
    ArrowDown: (index + 1) % count,
    ArrowUp: (index + count - 1) % count,
    Home: 0,
    End: count - 1,
  }[key];
}

export function Menu({ label, children }: MenuProps) {
  return (
    <LocalPopover
      isNonModal
      className="min-w-36 overflow-auto rounded-md border border-line bg-overlay p-1 shadow-overlay"
    >
      <MenuItems label={label}>{children}</MenuItems>
    </LocalPopover>
  );
}

function MenuItems({ label, children }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const overlay = use(OverlayTriggerStateContext);
  const controlled = useSlottedContext(DialogContext); // what the button's aria-controls names
  useEffect(() => {
    const items = menu.current ? itemsOf(menu.current) : [];
    const chosen = items.find((item) => item.ariaChecked === "true");
    (chosen ?? items[0])?.focus({ preventScroll: true });
  }, []);

  const move = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === "Tab") overlay?.close();
    const items = itemsOf(event.currentTarget);
    const index = items.findIndex((item) => item === document.activeElement);
    const next = target(event.key, index, items.length);
    if (next === undefined) return;
    event.preventDefault();
    items[next]?.focus();
  };
  return (
    <div ref={menu} id={controlled?.id} role="menu" aria-label={label} onKeyDown={move}>
      {children}
    </div>
  );
}

export interface MenuItemProps {
  readonly label: string;
  readonly icon?: ReactNode;
  /** For one of several that exclude each other: whether it is the chosen one. */
  readonly isChosen?: boolean;
  readonly onAction: () => void;
}

export function MenuItem({ label, icon, isChosen, onAction }: MenuItemProps) {
  const overlay = use(OverlayTriggerStateContext);
  return (
    <button
      type="button"
      role={isChosen === undefined ? "menuitem" : "menuitemradio"}
      aria-checked={isChosen}
      tabIndex={-1}
      onClick={() => {
        overlay?.close();
        onAction();
      }}
      className="flex h-control w-full items-center gap-2 rounded-sm px-2 text-left text-sm text-ink hover:bg-hover focus:bg-hover"
    >
      {icon}
      {label}
    </button>
  );
}
