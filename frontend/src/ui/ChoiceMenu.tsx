/** A menu of which one item is chosen, such as the language. */
import { Check } from "lucide-react";
import { Menu, MenuItem } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";

export interface ChoiceMenuProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** Put it after its button inside `MenuTrigger`. */
export function ChoiceMenu<Value extends string>(props: ChoiceMenuProps<Value>) {
  return (
    <Popover
      offset={4}
      className="border-line bg-overlay shadow-overlay min-w-36 overflow-auto rounded-md border p-1"
    >
      <Menu
        aria-label={props.label}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[props.value]}
        className="outline-none"
      >
        {props.options.map(({ value, label }) => (
          <MenuItem
            key={value}
            id={value}
            textValue={label}
            onAction={() => {
              props.onChange(value);
            }}
            className="group h-control focused:bg-hover flex cursor-default items-center justify-between gap-4 rounded-sm px-2 text-sm outline-none"
          >
            {label}
            <Check
              size={16}
              aria-hidden
              className="text-accent-ink group-selected:visible invisible"
            />
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  );
}
