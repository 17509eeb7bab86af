/** A panel over the page's left side, for what stands beside the page on wide screens. */
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { IconButton } from "./IconButton";

export interface SheetProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly label: string;
  readonly closeLabel: string;
  readonly children: ReactNode;
}

export function Sheet({ label, closeLabel, children, ...modal }: SheetProps) {
  return (
    <ModalOverlay {...modal} isDismissable className="fixed inset-0 z-20 bg-[rgb(10_14_22/0.45)]">
      <Modal className="border-line bg-overlay shadow-overlay fixed inset-y-0 left-0 w-80 max-w-[calc(100vw-48px)] border-r">
        <Dialog aria-label={label} className="flex h-full flex-col outline-none">
          <div className="flex justify-end p-2 pb-0">
            <IconButton slot="close" label={closeLabel} icon={<X size={16} aria-hidden />} />
          </div>
          <div className="min-h-0 flex-1">{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
