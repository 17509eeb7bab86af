/** A button that may be off and says why: on hover, on focus, when it is pressed, and to screen readers. */
import { useId, useRef, useState, type ReactNode, type RefObject } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { TooltipTrigger } from "react-aria-components/Tooltip";
import { LocalPopover } from "./LocalPopover";
import { Tooltip } from "./Tooltip";

/** What the button itself needs; it stays focusable while it is off. */
export interface OffProps {
  readonly ref: RefObject<HTMLButtonElement | null>;
  readonly "aria-disabled"?: true;
  readonly "aria-describedby"?: string;
  /** Takes the place of the button's own action. */
  readonly onPress?: () => void;
}

export interface WithReasonProps {
  /** Why it is off; null while it is on. */
  readonly reason: string | null;
  /** What leads on from the reason, such as a link; shown when the button is pressed. */
  readonly more?: ReactNode;
  readonly children: (off: OffProps) => ReactNode;
}

export function WithReason({ reason, more, children }: WithReasonProps) {
  const id = useId();
  const ref = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const isOff = reason !== null;
  const explain = () => {
    setOpen(true);
  };
  return (
    <>
      <TooltipTrigger delay={200} isDisabled={!isOff || isOpen}>
        {children({
          ref,
          ...(isOff && { "aria-disabled": true, "aria-describedby": id, onPress: explain }),
        })}
        {isOff && <Tooltip>{reason}</Tooltip>}
      </TooltipTrigger>
      <span id={id} hidden>
        {reason}
      </span>
      <LocalPopover
        triggerRef={ref}
        isNonModal
        isOpen={isOpen && isOff}
        onOpenChange={setOpen}
        className="w-80 max-w-[calc(100vw-16px)] rounded-lg border border-line bg-overlay shadow-overlay"
      >
        <Dialog aria-describedby={id} aria-labelledby={id} className="p-3 outline-none">
          <p>{reason}</p>
          {more !== undefined && <p className="mt-2">{more}</p>}
        </Dialog>
      </LocalPopover>
    </>
  );
}
