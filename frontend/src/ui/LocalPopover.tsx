/** A popover that stays in its button's landmark, where people who go by landmarks look for it. */
import { useState } from "react";
import { Popover, type PopoverProps } from "react-aria-components/Popover";

export function LocalPopover(props: PopoverProps) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  return (
    <>
      <span ref={setPlace} className="contents" />
      {place !== null && (
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is in another package
        <Popover offset={4} {...props} UNSTABLE_portalContainer={place} />
      )}
    </>
  );
}
