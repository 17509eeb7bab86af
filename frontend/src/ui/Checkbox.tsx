/** A checkbox with its label. */
import { Check } from "lucide-react";
import { CheckboxButton, CheckboxField } from "react-aria-components/Checkbox";

export interface CheckboxProps {
  readonly label: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

export function Checkbox({ label, ...field }: CheckboxProps) {
  return (
    <CheckboxField {...field}>
      <CheckboxButton className="group min-h-control flex cursor-default items-center gap-2">
        <span className="border-control-line bg-canvas text-on-accent group-focus-visible:outline-accent-ink group-selected:border-accent group-selected:bg-accent flex size-4 shrink-0 items-center justify-center rounded-sm border group-focus-visible:outline-2 group-focus-visible:outline-offset-1">
          <Check
            size={12}
            strokeWidth={3}
            aria-hidden
            className="group-selected:visible invisible"
          />
        </span>
        {label}
      </CheckboxButton>
    </CheckboxField>
  );
}
