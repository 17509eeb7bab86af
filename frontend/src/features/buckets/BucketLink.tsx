/** One bucket in the list: a link, marked when it is the open one. */
import { Cylinder } from "lucide-react";
import { Link } from "wouter";

export interface BucketLinkProps {
  readonly name: string;
  readonly href: string;
  readonly isCurrent: boolean;
  /** Region and date, on hover and to screen readers. */
  readonly details?: string | undefined;
}

export function BucketLink({ name, href, isCurrent, details }: BucketLinkProps) {
  return (
    <Link
      href={href}
      title={details === undefined ? name : `${name}\n${details}`}
      aria-current={isCurrent ? "page" : undefined}
      className="flex h-row min-w-0 flex-1 items-center gap-2 rounded-md px-2 text-ink hover:bg-hover aria-[current=page]:bg-selected aria-[current=page]:font-medium"
    >
      <Cylinder size={16} aria-hidden className="shrink-0 text-ink-soft" />
      <span className="truncate">{name}</span>
    </Link>
  );
}
