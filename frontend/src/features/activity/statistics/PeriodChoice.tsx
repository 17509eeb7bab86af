/** Which days: the latest few, or two dates of one's own. */
import { useTranslations } from "use-intl";
import type { Day } from "./day";
import { presets, rangeOf, type Period } from "./period";
import { RangeForm } from "./RangeForm";
import { Segments } from "./Segments";

export interface PeriodChoiceProps {
  readonly period: Period;
  readonly today: Day;
  readonly onChange: (period: Period) => void;
}

export function PeriodChoice({ period, today, onChange }: PeriodChoiceProps) {
  const t = useTranslations("statistics.period");
  const range = rangeOf(period, today);
  const choose = (value: string) => {
    const days = presets.find((preset) => String(preset) === value);
    onChange(days === undefined ? { kind: "fixed", ...range } : { kind: "latest", days });
  };
  return (
    <>
      <Segments
        label={t("label")}
        value={period.kind === "latest" ? String(period.days) : "fixed"}
        options={[
          ...presets.map((days) => ({ value: String(days), label: t("latest", { days }) })),
          { value: "fixed", label: t("fixed") },
        ]}
        onChange={choose}
      />
      {period.kind === "fixed" && (
        <RangeForm
          key={`${period.first} ${period.last}`}
          range={range}
          today={today}
          onChange={(chosen) => {
            onChange({ kind: "fixed", ...chosen });
          }}
        />
      )}
    </>
  );
}
