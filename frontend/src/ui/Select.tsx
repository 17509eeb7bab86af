/** A choice of one: the platform's own select, which every phone and screen reader knows. */
import { ChevronDown } from "lucide-react";
import { useId } from "react";

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface SelectProps<Value extends string> {
  readonly name?: string;
  readonly label: string;
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
  readonly error?: string | undefined;
}

const select =
  "h-control w-full appearance-none truncate rounded-md border border-control-line bg-canvas pr-8 pl-2 text-field text-ink hover:bg-hover aria-invalid:border-danger";

export function Select<Value extends string>(props: SelectProps<Value>) {
  const id = useId();
  const choose = (wanted: string) => {
    const option = props.options.find(({ value }) => value === wanted);
    if (option !== undefined) props.onChange(option.value);
  };
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-xs font-medium text-ink-soft">
        {props.label}
      </label>
      <div className="relative">
        <select
          id={id}
          name={props.name}
          aria-invalid={props.error !== undefined}
          aria-describedby={`${id}-error`}
          value={props.value}
          className={select}
          onChange={(event) => {
            choose(event.target.value);
          }}
        >
          {props.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <ChevronDown
          size={16}
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-ink-soft"
        />
      </div>
      <p id={`${id}-error`} className="text-xs text-danger-ink empty:hidden">
        {props.error}
      </p>
    </div>
  );
}
