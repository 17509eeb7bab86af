/** One line of news above what it is about, which stays until it is dismissed. */
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "./IconButton";

export interface NoticeProps {
  readonly children: ReactNode;
  readonly dismissLabel: string;
  readonly onDismiss: () => void;
}

export function Notice({ children, dismissLabel, onDismiss }: NoticeProps) {
  return (
    <div className="flex items-center gap-2 border-b border-line bg-surface px-3 py-1">
      <p role="alert" className="min-w-0 flex-1">
        {children}
      </p>
      <IconButton label={dismissLabel} icon={<X size={16} aria-hidden />} onPress={onDismiss} />
    </div>
  );
}
