/** A dialog that needs an answer: a click beside it does not close it; Escape cancels. */
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";

export interface AlertDialogProps {
  readonly isOpen: boolean;
  /** Escape cancels; without this, nothing but an action closes the dialog. */
  readonly onOpenChange?: (isOpen: boolean) => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons, the main one last. */
  readonly actions?: ReactNode;
}

export function AlertDialog({ title, children, actions, ...modal }: AlertDialogProps) {
  return (
    <ModalOverlay
      {...modal}
      className="fixed inset-0 z-20 flex items-end justify-center bg-[rgb(10_14_22/0.45)] sm:items-center sm:p-4"
    >
      <Modal className="flex max-h-[90dvh] w-full flex-col rounded-t-lg border border-line bg-overlay shadow-overlay sm:max-w-md sm:rounded-lg">
        <AriaDialog role="alertdialog" className="flex min-h-0 flex-col outline-none">
          <Heading slot="title" className="px-4 pt-4 pb-2 text-lg font-semibold">
            {title}
          </Heading>
          <div className="min-h-0 overflow-y-auto px-4 pb-4">{children}</div>
          {actions !== undefined && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line p-3">
              {actions}
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
