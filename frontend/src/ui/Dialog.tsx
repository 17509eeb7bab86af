/** A modal dialog with a title, a body and a row of actions; a sheet from below on phones. */
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { IconButton } from "./IconButton";

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  /** The name of the cross in the corner. */
  readonly closeLabel: string;
  readonly children: ReactNode;
  /** Buttons, the main one last. */
  readonly actions?: ReactNode;
}

export function Dialog({ title, closeLabel, children, actions, ...modal }: DialogProps) {
  return (
    <ModalOverlay
      {...modal}
      isDismissable
      className="fixed inset-0 z-20 flex items-end justify-center bg-[rgb(10_14_22/0.45)] sm:items-center sm:p-4"
    >
      <Modal className="flex max-h-[90dvh] w-full flex-col rounded-t-lg border border-line bg-overlay shadow-overlay sm:max-w-lg sm:rounded-lg">
        <AriaDialog className="flex min-h-0 flex-col outline-none">
          <header className="flex items-center justify-between gap-2 py-2 pr-2 pl-4">
            <Heading slot="title" className="text-lg font-semibold">
              {title}
            </Heading>
            <IconButton slot="close" label={closeLabel} icon={<X size={16} aria-hidden />} />
          </header>
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
