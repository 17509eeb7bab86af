/** How a finished transfer was verified; what that means shows on hover, on focus and when it is pressed. */
import { Suspense, useState } from "react";
import { Button } from "react-aria-components/Button";
import { TooltipTrigger } from "react-aria-components/Tooltip";
import { lazyWithWords } from "@/locales/lazyWithWords";
import type { TransferView } from "@/transfer/transfers";
import { Tooltip } from "@/ui/Tooltip";

const VerificationMeaning = lazyWithWords(
  async () => (await import("./verifying/VerificationMeaning")).VerificationMeaning,
);

export interface VerificationProps {
  readonly transfer: TransferView;
  readonly text: string;
}

export function Verification({ transfer, text }: VerificationProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <TooltipTrigger delay={300} isOpen={isOpen} onOpenChange={setOpen}>
      <Button
        // A finger hovers nowhere.
        onPress={() => {
          setOpen(true);
        }}
        className="min-h-6 cursor-default rounded-sm text-left underline decoration-control-line decoration-dotted underline-offset-2"
      >
        {text}
      </Button>
      <Tooltip>
        <Suspense>
          <VerificationMeaning transfer={transfer} />
        </Suspense>
      </Tooltip>
    </TooltipTrigger>
  );
}
