/** A titled list of buckets, through which the arrow keys walk. */
import { useId, type KeyboardEvent, type ReactNode } from "react";

export interface BucketSectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || !(event.target instanceof HTMLAnchorElement)) return;
  const links = [...event.currentTarget.querySelectorAll("a")];
  const next = links[links.indexOf(event.target) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

export function BucketSection({ title, children }: BucketSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="px-2 py-1 text-xs font-medium text-ink-soft">
        {title}
      </h3>
      <ul onKeyDown={moveFocus}>{children}</ul>
    </section>
  );
}
