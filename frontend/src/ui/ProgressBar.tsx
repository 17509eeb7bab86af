/** A progress bar whose percentage never moves the things beside it. */
import { Label } from "react-aria-components/Label";
import { ProgressBar as AriaProgressBar } from "react-aria-components/ProgressBar";

export interface ProgressBarProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  /** From 0 to 100; fractions are cut, so that 100 % means all of it. */
  readonly percent: number;
  readonly tone?: "accent" | "decision" | "danger" | "quiet";
}

const tones = {
  accent: "bg-accent",
  decision: "bg-decision-ink",
  danger: "bg-danger",
  quiet: "bg-ink-off",
} as const;

export function ProgressBar({
  label,
  isLabelHidden = true,
  percent,
  tone = "accent",
}: ProgressBarProps) {
  const whole = Math.floor(percent);
  return (
    <AriaProgressBar value={whole} valueLabel={`${whole} %`} className="flex items-center gap-2">
      <Label className={isLabelHidden ? "sr-only" : "text-ink-soft text-xs"}>{label}</Label>
      <div className="bg-line h-1.5 min-w-0 flex-1 overflow-hidden rounded-sm">
        <div className={`h-full ${tones[tone]}`} style={{ width: `${percent}%` }} />
      </div>
      <span className="w-11 shrink-0 text-right text-xs tabular-nums">{whole} %</span>
    </AriaProgressBar>
  );
}
