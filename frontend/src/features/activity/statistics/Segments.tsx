/** A short choice of one whose options all stand in a row: the browser's own radio buttons. */
import { useId } from "react";

export interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  /** The label is for screen readers alone: what stands around it tells the same. */
  readonly isLabelHidden?: boolean;
}

const option =
  "flex h-full cursor-default items-center px-3 whitespace-nowrap text-ink-soft hover:text-ink has-checked:bg-selected has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent-ink max-sm:px-2";

export function Segments<Value extends string>(props: SegmentsProps<Value>) {
  const id = useId();
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend
        className={props.isLabelHidden ? "sr-only" : "pb-1 text-xs font-medium text-ink-soft"}
      >
        {props.label}
      </legend>
      <div className="flex h-control w-fit overflow-clip rounded-md border border-control-line">
        {props.options.map(({ value, label }) => (
          <label key={value} className={option}>
            <input
              type="radio"
              name={id}
              checked={value === props.value}
              onChange={() => {
                props.onChange(value);
              }}
              className="sr-only"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
