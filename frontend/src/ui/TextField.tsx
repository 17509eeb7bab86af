/** A one-line text field with label, error and an optional control beside its end. */
import { useId, type ReactNode, type Ref } from "react";

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange?: (value: string) => void;
  readonly name?: string;
  /** "email": phones show the letters for it, and browsers offer the person's own. */
  readonly type?: "text" | "email";
  readonly isRequired?: boolean;
  readonly isReadOnly?: boolean;
  /** Shown below; marks the field invalid. */
  readonly error?: string | undefined;
  /** Keys and identifiers: fixed-width letters, so that 0 and O differ. */
  readonly isCode?: boolean;
  /** Shows dots in place of the text. */
  readonly isMasked?: boolean;
  readonly end?: ReactNode;
  /** Offered while typing; anything else can be typed too. */
  readonly suggestions?: readonly string[];
  readonly inputRef?: Ref<HTMLInputElement>;
}

const looks =
  "h-control w-full min-w-0 rounded-md border border-control-line bg-canvas px-2 text-field text-ink read-only:border-line read-only:bg-surface aria-invalid:border-danger";

export function TextField({ isRequired, isReadOnly, type = "text", ...props }: TextFieldProps) {
  const { label, error, end, name, value, onChange, inputRef } = props;
  const letters = `${props.isCode ? "font-mono" : ""} ${props.isMasked ? "masked" : ""}`;
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-xs font-medium text-ink-soft">
        {label}
      </label>
      <div className="flex items-center gap-1">
        <input
          ref={inputRef}
          id={id}
          type={type}
          name={name}
          value={value}
          onChange={({ target }) => onChange?.(target.value)}
          required={isRequired}
          readOnly={isReadOnly}
          aria-invalid={error !== undefined}
          aria-describedby={`${id}-text`}
          list={props.suggestions && `${id}-list`}
          autoComplete={type === "email" ? "email" : "off"}
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          className={`${looks} ${letters}`}
        />
        {end}
      </div>
      {props.suggestions && (
        <datalist id={`${id}-list`}>
          {props.suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
      <p id={`${id}-text`} className="text-xs text-danger-ink empty:hidden">
        {error}
      </p>
    </div>
  );
}
