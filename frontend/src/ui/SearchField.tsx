/** A search or filter field; Escape and the cross empty it. */
import { Search, X } from "lucide-react";
import type { KeyboardEvent, Ref } from "react";

export interface SearchFieldProps {
  /** Its name, shown as the placeholder. */
  readonly label: string;
  /** The name of the cross. */
  readonly clearLabel: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function SearchField({ label, clearLabel, value, onChange, inputRef }: SearchFieldProps) {
  const clear = () => {
    onChange("");
  };
  const clearOnEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || value === "") return;
    // The first Escape is for the field, the next one for what is around it.
    event.preventDefault();
    event.stopPropagation();
    clear();
  };
  return (
    <div className="relative flex min-w-0 items-center">
      <Search size={16} aria-hidden className="pointer-events-none absolute left-2 text-ink-soft" />
      <input
        ref={inputRef}
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={({ target }) => {
          onChange(target.value);
        }}
        onKeyDown={clearOnEscape}
        autoComplete="off"
        spellCheck={false}
        className="h-control w-full min-w-0 rounded-md border border-control-line bg-canvas px-8 text-field text-ink [&::-webkit-search-cancel-button]:hidden"
      />
      {value !== "" && (
        // Escape does the same for the keyboard, so the cross is no stop of the Tab key.
        <button
          type="button"
          tabIndex={-1}
          aria-label={clearLabel}
          onClick={clear}
          className="absolute right-1 flex size-6 items-center justify-center rounded-sm text-ink-soft hover:bg-hover"
        >
          <X size={16} aria-hidden />
        </button>
      )}
    </div>
  );
}
