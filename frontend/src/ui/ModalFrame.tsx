/** What every dialog stands in: a veil over the page, a panel on it, and actions at its foot. */
import type { ReactNode } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";

export interface ModalFrameProps {
  readonly isOpen: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  /** Whether a press beside it closes it. */
  readonly isDismissable: boolean;
  readonly role: "dialog" | "alertdialog";
  /** Holds a `Heading` with `slot="title"`. */
  readonly header: ReactNode;
  readonly children: ReactNode;
  /** Buttons, the main one last. */
  readonly actions?: ReactNode;
}

export function ModalFrame({ role, header, children, actions, ...modal }: ModalFrameProps) {
  return (
    <ModalOverlay
      {...modal}
      className="fixed inset-0 z-20 flex items-end justify-center bg-[rgb(10_14_22/0.45)] sm:items-center sm:p-4"
    >
      <Modal className="flex max-h-[90dvh] w-full flex-col rounded-t-lg border border-line bg-overlay shadow-overlay sm:max-w-lg sm:rounded-lg">
        <Dialog role={role} className="flex min-h-0 flex-col outline-none">
          {header}
          <div className="min-h-0 overflow-y-auto px-4 pb-4">{children}</div>
          {actions !== undefined && (
            // On a phone the actions fill their lines, however long their words are.
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line p-3 max-sm:*:flex-auto">
              {actions}
            </footer>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
