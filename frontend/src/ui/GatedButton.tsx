/** A button that may be off and says why: on hover, on focus, when it is pressed, and to screen readers. */
import { useId, useRef, useState, type ReactNode } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { TooltipTrigger } from "react-aria-components/Tooltip";
import { Button, type ButtonProps } from "./Button";
import { LocalPopover } from "./LocalPopover";
import { Tooltip } from "./Tooltip";

export interface GatedButtonProps extends Omit<ButtonProps, "ref"> {
  /** Why a press does nothing now; null while it works. */
  readonly disabledReason: string | null;
  /** What leads on from the reason, such as links; shown when the button is pressed. */
  readonly disabledMore?: ReactNode;
}

/** It stays focusable while it is off, and keeps the focus when that changes. */
export function GatedButton({ disabledReason, disabledMore, ...props }: GatedButtonProps) {
  const id = useId();
  const ref = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const isOff = disabledReason !== null;
  const explain = () => {
    setOpen(true);
  };
  return (
    <>
      <TooltipTrigger delay={200} isDisabled={!isOff || isOpen}>
        <Button
          {...props}
          {...(isOff && { "aria-disabled": true, "aria-describedby": id, onPress: explain })}
          ref={ref}
        />
        {isOff && <Tooltip>{disabledReason}</Tooltip>}
      </TooltipTrigger>
      <span id={id} hidden>
        {disabledReason}
      </span>
      <LocalPopover
        triggerRef={ref}
        isNonModal
        isOpen={isOpen && isOff}
        onOpenChange={setOpen}
        className="w-80 max-w-[calc(100vw-16px)] rounded-lg border border-line bg-overlay shadow-overlay"
      >
        <Dialog aria-labelledby={id} className="p-3 outline-none">
          <p>{disabledReason}</p>
          {Boolean(disabledMore) && (
            <div className="mt-2 flex flex-col items-start gap-3">{disabledMore}</div>
          )}
        </Dialog>
      </LocalPopover>
    </>
  );
}
