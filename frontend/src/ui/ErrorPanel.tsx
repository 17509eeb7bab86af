/** A failure in the place of what failed: what happened, what it means, what to do, and the request id. */
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { CopyButton } from "./CopyButton";

export interface ErrorPanelProps {
  readonly title: string;
  /** What it means and what to do next. */
  readonly body: string;
  readonly request?: {
    readonly id: string;
    readonly label: string;
    readonly copyLabel: string;
    readonly copiedLabel: string;
  };
  readonly actions?: ReactNode;
}

export function ErrorPanel({ title, body, request, actions }: ErrorPanelProps) {
  return (
    <div role="alert" className="flex gap-3 rounded-md border border-line bg-surface p-3">
      <CircleAlert size={16} className="mt-0.5 shrink-0 text-danger-ink" aria-hidden />
      <div className="flex min-w-0 flex-col gap-2">
        <p className="font-medium">{title}</p>
        <p className="text-ink-soft">{body}</p>
        {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
        {request !== undefined && (
          <p className="flex items-center gap-1 text-xs text-ink-soft">
            <span className="shrink-0">{request.label}</span>{" "}
            <code className="truncate font-mono">{request.id}</code>
            <CopyButton
              text={request.id}
              label={request.copyLabel}
              copiedLabel={request.copiedLabel}
            />
          </p>
        )}
      </div>
    </div>
  );
}
