/** A modal dialog with a title and a cross to close it; a sheet from below on phones. */
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Heading } from "react-aria-components/Dialog";
import { IconButton } from "./IconButton";
import { ModalFrame } from "./ModalFrame";

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  /** The name of the cross in the corner. */
  readonly closeLabel: string;
  readonly children: ReactNode;
}

export function Dialog({ title, closeLabel, ...frame }: DialogProps) {
  return (
    <ModalFrame
      {...frame}
      isDismissable
      role="dialog"
      header={
        <header className="flex items-center justify-between gap-2 py-2 pr-2 pl-4">
          <Heading slot="title" className="text-lg font-semibold">
            {title}
          </Heading>
          <IconButton slot="close" label={closeLabel} icon={<X size={16} aria-hidden />} />
        </header>
      }
    />
  );
}
