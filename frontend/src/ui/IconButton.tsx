/** A square button with an icon, whose name shows as a tooltip and reaches screen readers. */
import { Button, type ButtonProps } from "react-aria-components/Button";
import { TooltipTrigger } from "react-aria-components/Tooltip";
import type { ReactNode } from "react";
import { Tooltip } from "./Tooltip";
import { WithReason } from "./WithReason";

export interface IconButtonProps extends Omit<
  ButtonProps,
  "aria-label" | "children" | "className" | "isDisabled" | "style"
> {
  readonly label: string;
  readonly icon: ReactNode;
  readonly disabledReason?: string | undefined;
}

const base =
  "inline-flex size-control shrink-0 cursor-default items-center justify-center rounded-md transition-colors";

export function IconButton({ label, icon, disabledReason, ...props }: IconButtonProps) {
  if (disabledReason !== undefined) {
    return (
      <WithReason reason={disabledReason} label={label} className={`${base} text-ink-off`}>
        {icon}
      </WithReason>
    );
  }
  return (
    <TooltipTrigger delay={500}>
      <Button
        {...props}
        aria-label={label}
        className={`${base} hovered:bg-hover hovered:text-ink text-ink-soft pressed:bg-hover`}
      >
        {icon}
      </Button>
      <Tooltip>{label}</Tooltip>
    </TooltipTrigger>
  );
}
