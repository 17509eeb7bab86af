/** Copies a text and says that it did. */
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { IconButton } from "./IconButton";

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
    <span
      onBlur={() => {
        setCopied(false);
      }}
    >
      <IconButton
        label={isCopied ? copiedLabel : label}
        icon={<Icon size={16} aria-hidden />}
        onPress={() => void copy()}
      />
      <span role="status" className="sr-only">
        {isCopied ? copiedLabel : ""}
      </span>
    </span>
  );
}
