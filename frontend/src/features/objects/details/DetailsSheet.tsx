/** The panel over the list, from the right; on a phone it fills the screen. */
import { Dialog, Heading } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { DetailsHeader } from "./DetailsHeader";
import type { DetailsFrameProps } from "./DetailsSide";

export function DetailsSheet({ name, onClose, children }: DetailsFrameProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={onClose}
      className="fixed inset-0 z-20 bg-[rgb(10_14_22/0.45)]"
    >
      <Modal className="fixed inset-y-0 right-0 w-full border-line bg-overlay shadow-overlay sm:w-110 sm:border-l">
        <Dialog className="flex h-full flex-col outline-none">
          <DetailsHeader
            name={name}
            slot="close"
            heading={(shown) => (
              <Heading slot="title" level={2} className="min-w-0 font-semibold">
                {shown}
              </Heading>
            )}
          />
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
