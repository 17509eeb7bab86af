/** A progress bar whose percentage never moves the things beside it; light enough for every row of a list. */
export interface ProgressBarProps {
  /** Its name for screen readers. */
  readonly label: string;
  /** From 0 to 100; fractions are cut, so that 100 % means all of it. */
  readonly percent: number;
  readonly tone?: "accent" | "decision" | "quiet";
}

const tones = {
  accent: "bg-accent",
  decision: "bg-decision-ink",
  quiet: "bg-ink-off",
} as const;

export function ProgressBar({ label, percent, tone = "accent" }: ProgressBarProps) {
  const whole = Math.floor(percent);
  const text = `${whole} %`;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={whole}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuetext={text}
      className="flex items-center gap-2"
    >
      <div className="h-1.5 min-w-0 flex-1 overflow-hidden rounded-sm bg-line">
        <div className={`h-full ${tones[tone]}`} style={{ width: `${percent}%` }} />
      </div>
      <span className="w-11 shrink-0 text-right text-xs tabular-nums">{text}</span>
    </div>
  );
}
