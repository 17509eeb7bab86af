/** A square button with an icon, whose name shows as a tooltip and reaches screen readers. */
import { useState, type ReactNode } from "react";
import { Button, type ButtonProps } from "react-aria-components/Button";
import { TooltipTrigger } from "react-aria-components/Tooltip";
import { Tooltip } from "./Tooltip";

export interface IconButtonProps extends Omit<
  ButtonProps,
  "aria-label" | "children" | "className" | "isDisabled" | "style"
> {
  readonly label: string;
  readonly icon: ReactNode;
}

export function IconButton({ label, icon, ...props }: IconButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const [isHovered, setHovered] = useState(false);
  return (
    // Focus that comes back from a menu or a dialog opens no tooltip: only the pointer and the Tab key do.
    <TooltipTrigger
      delay={500}
      isOpen={isOpen}
      onOpenChange={(wanted) => {
        setOpen(wanted && isHovered);
      }}
    >
      <Button
        {...props}
        aria-label={label}
        onHoverChange={setHovered}
        onKeyUp={({ key }) => {
          if (key === "Tab") setOpen(true);
        }}
        className="hovered:bg-hover hovered:text-ink inline-flex size-control shrink-0 cursor-default items-center justify-center rounded-md text-ink-soft transition-colors pressed:bg-hover"
      >
        {icon}
      </Button>
      <Tooltip>{label}</Tooltip>
    </TooltipTrigger>
  );
}
