/** The button: four weights and a busy state; `GatedButton` is the one that can be off. */
import { LoaderCircle } from "lucide-react";
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
} from "react-aria-components/Button";
import type { ReactNode, Ref } from "react";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

export interface ButtonProps extends Omit<
  AriaButtonProps,
  "children" | "className" | "isDisabled" | "style"
> {
  readonly variant?: ButtonVariant;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

const base =
  "relative inline-flex h-control max-w-full min-w-control shrink-0 cursor-default items-center justify-center gap-2 rounded-md border px-3 text-sm font-medium whitespace-nowrap transition-colors select-none";

const variants: Record<ButtonVariant, string> = {
  primary:
    "border-transparent bg-accent text-on-accent hovered:bg-accent-hover pressed:bg-accent-hover",
  secondary: "border-control-line bg-canvas text-ink hovered:bg-hover pressed:bg-hover",
  quiet: "border-transparent text-ink hovered:bg-hover pressed:bg-hover",
  danger:
    "border-transparent bg-danger text-on-accent hovered:bg-danger-hover pressed:bg-danger-hover",
};

const offLook = "border-line bg-surface text-ink-soft";

export function Button({ variant = "secondary", icon, children, ...props }: ButtonProps) {
  const look = props["aria-disabled"] === true ? offLook : variants[variant];
  return (
    <AriaButton {...props} className={`${base} ${look}`}>
      {({ isPending }) => (
        <>
          {/* The label keeps its place under the spinner, so that nothing moves. */}
          {isPending && <LoaderCircle size={16} className="absolute animate-spin" aria-hidden />}
          <span
            className={`flex min-w-0 items-center gap-2 *:[svg]:shrink-0 ${isPending ? "opacity-0" : ""}`}
          >
            {icon}
            {children}
          </span>
        </>
      )}
    </AriaButton>
  );
}
