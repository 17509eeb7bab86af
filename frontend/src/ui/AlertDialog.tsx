/** A dialog that needs an answer: a click beside it does not close it; Escape cancels. */
import type { ReactNode } from "react";
import { Heading } from "react-aria-components/Dialog";
import { ModalFrame } from "./ModalFrame";

export interface AlertDialogProps {
  readonly isOpen: boolean;
  /** Escape cancels; without this, nothing but an action closes the dialog. */
  readonly onOpenChange?: (isOpen: boolean) => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons, the main one last. */
  readonly actions?: ReactNode;
}

export function AlertDialog({ title, ...frame }: AlertDialogProps) {
  return (
    <ModalFrame
      {...frame}
      isDismissable={false}
      role="alertdialog"
      header={
        <Heading slot="title" className="px-4 pt-4 pb-2 text-lg font-semibold">
          {title}
        </Heading>
      }
    />
  );
}
