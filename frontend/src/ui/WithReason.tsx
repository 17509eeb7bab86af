/** A button that cannot work now: it keeps its place in the tab order and tells the reason. */
import { useState, type ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { TooltipTrigger } from "react-aria-components/Tooltip";
import { Tooltip } from "./Tooltip";

export interface WithReasonProps {
  readonly reason: string;
  readonly className: string;
  readonly label?: string;
  readonly children: ReactNode;
}

export function WithReason({ reason, className, label, children }: WithReasonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <TooltipTrigger delay={300} isOpen={isOpen} onOpenChange={setOpen} shouldCloseOnPress={false}>
      {/* Touch has no hover: a press shows the reason. */}
      <Button
        aria-disabled="true"
        {...(label !== undefined && { "aria-label": label })}
        className={className}
        onPress={() => {
          setOpen(true);
        }}
      >
        {children}
      </Button>
      <Tooltip>{reason}</Tooltip>
    </TooltipTrigger>
  );
}
