/** A row of tabs; the arrow keys choose, and what is chosen shows in the `TabPanel` of the same id. */
import type { KeyboardEvent, ReactNode } from "react";

export interface TabsProps<Value extends string> {
  readonly id: string;
  readonly label: string;
  readonly value: Value;
  readonly tabs: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")];
  const at = tabs.findIndex((tab) => tab === event.target);
  const next = tabs[(at + step + tabs.length) % tabs.length];
  event.preventDefault();
  next?.focus();
  next?.click();
}

export function Tabs<Value extends string>(props: TabsProps<Value>) {
  const { id, label, value, tabs, onChange } = props;
  return (
    <div
      role="tablist"
      aria-label={label}
      onKeyDown={moveFocus}
      className="flex gap-4 border-b border-line"
    >
      {tabs.map((tab) => {
        const isChosen = tab.value === value;
        return (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={`${id}-${tab.value}`}
            aria-selected={isChosen}
            aria-controls={isChosen ? `${id}-panel` : undefined}
            tabIndex={isChosen ? 0 : -1}
            onClick={() => {
              onChange(tab.value);
            }}
            className="-mb-px flex h-control items-center border-b-2 border-transparent px-1 text-ink-soft hover:text-ink aria-selected:border-accent aria-selected:font-medium aria-selected:text-ink"
          >
            {tab.label}
          </button>
        );
      })}
    </div>
  );
}

export interface TabPanelProps {
  /** The tabs' id and chosen value. */
  readonly id: string;
  readonly value: string;
  readonly children: ReactNode;
}

export function TabPanel({ id, value, children }: TabPanelProps) {
  return (
    <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`}>
      {children}
    </div>
  );
}
