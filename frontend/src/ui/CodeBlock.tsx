/** Text for another tool: to read, and to copy as it stands. */
import { CopyButton } from "./CopyButton";

export interface CodeBlockProps {
  readonly title: string;
  readonly text: string;
  readonly copyLabel: string;
  readonly copiedLabel: string;
}

export function CodeBlock({ title, text, copyLabel, copiedLabel }: CodeBlockProps) {
  return (
    <div className="min-w-0">
      <div className="flex items-center gap-1">
        <h3 className="font-medium">{title}</h3>
        <CopyButton text={text} label={copyLabel} copiedLabel={copiedLabel} />
      </div>
      {/* Focusable, so that the keyboard can scroll it. */}
      <pre
        tabIndex={0}
        role="group"
        aria-label={title}
        className="max-h-96 overflow-auto rounded-md border border-line bg-surface p-3 font-mono text-xs whitespace-pre-wrap select-text"
      >
        {text}
      </pre>
    </div>
  );
}
