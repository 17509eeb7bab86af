/** A search or filter field; Escape and the cross empty it. */
import { Search, X } from "lucide-react";
import type { Ref } from "react";
import { Button } from "react-aria-components/Button";
import { Input } from "react-aria-components/Input";
import { SearchField as AriaSearchField } from "react-aria-components/SearchField";

export interface SearchFieldProps {
  /** Its name, shown as the placeholder. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function SearchField({ label, inputRef, ...props }: SearchFieldProps) {
  return (
    <AriaSearchField
      {...props}
      aria-label={label}
      className="group relative flex min-w-0 items-center"
    >
      <Search size={16} aria-hidden className="text-ink-soft pointer-events-none absolute left-2" />
      <Input
        ref={inputRef}
        placeholder={label}
        className="h-control border-control-line bg-canvas text-field text-ink w-full min-w-0 rounded-md border px-8 [&::-webkit-search-cancel-button]:hidden"
      />
      <Button className="text-ink-soft hovered:bg-hover absolute right-1 flex size-6 items-center justify-center rounded-sm group-empty:hidden">
        <X size={16} aria-hidden />
      </Button>
    </AriaSearchField>
  );
}
