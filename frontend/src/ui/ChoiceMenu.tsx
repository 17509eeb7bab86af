/** A menu of which one item is chosen, such as the language; put it after its button. */
import { Check } from "lucide-react";
import { Menu, MenuItem } from "./Menu";

export interface ChoiceMenuProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

export function ChoiceMenu<Value extends string>(props: ChoiceMenuProps<Value>) {
  return (
    <Menu label={props.label}>
      {props.options.map(({ value, label }) => (
        <MenuItem
          key={value}
          label={label}
          isChosen={value === props.value}
          icon={
            <Check
              size={16}
              aria-hidden
              className={value === props.value ? "text-accent-ink" : "invisible"}
            />
          }
          onAction={() => {
            props.onChange(value);
          }}
        />
      ))}
    </Menu>
  );
}
