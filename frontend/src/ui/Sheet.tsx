/** A panel over the page's left side, for what stands beside the page on wide screens. */
import type { ReactNode } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";

export interface SheetProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly label: string;
  /** Somewhere in it a button with `slot="close"`. */
  readonly children: ReactNode;
}

export function Sheet({ label, children, ...modal }: SheetProps) {
  return (
    <ModalOverlay {...modal} isDismissable className="fixed inset-0 z-20 bg-[rgb(10_14_22/0.45)]">
      <Modal className="fixed inset-y-0 left-0 w-80 max-w-[calc(100vw-48px)] border-r border-line bg-overlay shadow-overlay">
        <Dialog aria-label={label} className="h-full outline-none">
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
