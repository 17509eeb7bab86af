/** A one-line text field with label, hint, error and an optional control inside its end. */
import type { ReactNode, Ref } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from "react-aria-components/TextField";

export interface TextFieldProps extends Omit<
  AriaTextFieldProps,
  "children" | "className" | "style"
> {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Shown in place of the hint; marks the field invalid. */
  readonly error?: string | undefined;
  readonly placeholder?: string;
  /** Keys and identifiers: fixed-width letters, so that 0 and O differ. */
  readonly isCode?: boolean;
  /** Shows dots in place of the text. */
  readonly isMasked?: boolean;
  readonly end?: ReactNode;
  readonly inputRef?: Ref<HTMLInputElement>;
}

const input =
  "h-control w-full min-w-0 rounded-md border border-control-line bg-canvas px-2 text-field text-ink invalid:border-danger [&:read-only]:border-line [&:read-only]:bg-surface";

export function TextField({ label, hint, error, end, inputRef, ...props }: TextFieldProps) {
  const { placeholder, isCode = false, isMasked = false, ...field } = props;
  const letters = `${isCode ? "font-mono" : ""} ${isMasked ? "masked" : ""}`;
  return (
    <AriaTextField
      {...field}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      autoComplete="off"
      autoCorrect="off"
      spellCheck="false"
      className="flex flex-col gap-1"
    >
      <Label className="text-ink-soft text-xs font-medium">{label}</Label>
      <div className="flex items-center gap-1">
        <Input ref={inputRef} placeholder={placeholder ?? ""} className={`${input} ${letters}`} />
        {end}
      </div>
      {hint !== undefined && error === undefined && (
        <Text slot="description" className="text-ink-soft text-xs">
          {hint}
        </Text>
      )}
      <FieldError className="text-danger-ink text-xs">{error}</FieldError>
    </AriaTextField>
  );
}
