/** Copies a text and says that it did. */
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components/Button";

export interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  readonly copiedLabel: string;
}

export function CopyButton({ text, label, copiedLabel }: CopyButtonProps) {
  const [isCopied, setCopied] = useState(false);
  const Icon = isCopied ? Check : Copy;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <>
      <Button
        aria-label={label}
        onPress={() => void copy()}
        onBlur={() => {
          setCopied(false);
        }}
        className="hovered:bg-hover hovered:text-ink inline-flex size-8 shrink-0 items-center justify-center rounded-md text-ink-soft"
      >
        <Icon size={16} aria-hidden />
      </Button>
      <span role="status" className="text-xs text-ink-soft empty:hidden">
        {isCopied && copiedLabel}
      </span>
    </>
  );
}
