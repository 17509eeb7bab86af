/** A checkbox with its label: the browser's own, because React Aria's costs 3 kB and adds nothing here. */
import { Check } from "lucide-react";

export interface CheckboxProps {
  readonly label: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

export function Checkbox({ label, isSelected, onChange }: CheckboxProps) {
  return (
    <label className="flex min-h-control cursor-default items-center gap-2">
      <span className="relative flex size-4 shrink-0">
        <input
          type="checkbox"
          checked={isSelected}
          onChange={(event) => {
            onChange(event.target.checked);
          }}
          className="size-4 appearance-none rounded-sm border border-control-line bg-canvas checked:border-accent checked:bg-accent"
        />
        {isSelected && (
          <Check
            size={12}
            strokeWidth={3}
            aria-hidden
            className="pointer-events-none absolute inset-0.5 text-on-accent"
          />
        )}
      </span>
      {label}
    </label>
  );
}
