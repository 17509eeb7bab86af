/** The button: four weights, a busy state, and an "off" state that says why. */
import { LoaderCircle } from "lucide-react";
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
} from "react-aria-components/Button";
import { lazy, Suspense, type ReactNode } from "react";

// Tooltips are not part of what the first screen loads.
const WithReason = lazy(async () => ({ default: (await import("./WithReason")).WithReason }));

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

export interface ButtonProps extends Omit<
  AriaButtonProps,
  "children" | "className" | "isDisabled" | "style"
> {
  readonly variant?: ButtonVariant;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  /** Why the button cannot work now: it stays focusable, does nothing, and says this. */
  readonly disabledReason?: string | undefined;
}

const base =
  "relative inline-flex h-control shrink-0 cursor-default items-center justify-center gap-2 rounded-md border px-3 text-sm font-medium whitespace-nowrap transition-colors select-none";

const variants: Record<ButtonVariant, string> = {
  primary:
    "border-transparent bg-accent text-on-accent hovered:bg-accent-hover pressed:bg-accent-hover",
  secondary: "border-control-line bg-canvas text-ink hovered:bg-hover pressed:bg-hover",
  quiet: "border-transparent text-ink hovered:bg-hover pressed:bg-hover",
  danger:
    "border-transparent bg-danger text-on-accent hovered:bg-danger-hover pressed:bg-danger-hover",
};

const off = "border-line bg-surface text-ink-off";

export function Button({ variant = "secondary", icon, children, ...props }: ButtonProps) {
  const { disabledReason, ...rest } = props;
  if (disabledReason !== undefined) {
    const looks = {
      className: `${base} ${off}`,
      children: (
        <>
          {icon}
          {children}
        </>
      ),
    };
    return (
      <Suspense fallback={<AriaButton aria-disabled="true" {...looks} />}>
        <WithReason reason={disabledReason} {...looks} />
      </Suspense>
    );
  }
  return (
    <AriaButton {...rest} className={`${base} ${variants[variant]}`}>
      {({ isPending }) => (
        <>
          {/* The label keeps its place under the spinner, so that nothing moves. */}
          {isPending && <LoaderCircle size={16} className="absolute animate-spin" aria-hidden />}
          <span className={`flex items-center gap-2 ${isPending ? "opacity-0" : ""}`}>
            {icon}
            {children}
          </span>
        </>
      )}
    </AriaButton>
  );
}
