/** Two dates, which count once they make a range that can be asked for. */
import { useId, useState, type SyntheticEvent } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/Button";
import type { Day } from "./day";
import { MAX_DAYS, rangeFault, type Range, type RangeFault } from "./period";

export interface RangeFormProps {
  readonly range: Range;
  readonly today: Day;
  readonly onChange: (range: Range) => void;
}

export function RangeForm({ range, today, onChange }: RangeFormProps) {
  const t = useTranslations("statistics.period");
  const id = useId();
  const [draft, setDraft] = useState(range);
  const [fault, setFault] = useState<RangeFault | null>(() => rangeFault(range));
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const found = rangeFault(draft);
    setFault(found);
    if (found === null) onChange(draft);
  };
  return (
    // The browser's own messages would be in its own language.
    <form noValidate onSubmit={submit} className="flex flex-col gap-1">
      <div className="flex flex-wrap items-end gap-2">
        {(["first", "last"] as const).map((end) => (
          <DayField
            key={end}
            label={t(end)}
            value={draft[end]}
            latest={today}
            describedBy={`${id}-fault`}
            isInvalid={fault !== null}
            onChange={(day) => {
              setDraft({ ...draft, [end]: day });
            }}
          />
        ))}
        <Button type="submit">{t("show")}</Button>
      </div>
      <p id={`${id}-fault`} role="alert" className="text-xs text-danger-ink empty:hidden">
        {fault !== null && t(fault, { limit: MAX_DAYS })}
      </p>
    </form>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly value: Day;
  readonly latest: Day;
  readonly describedBy: string;
  readonly isInvalid: boolean;
  readonly onChange: (day: Day) => void;
}

function DayField(props: DayFieldProps) {
  return (
    <label className="flex flex-col gap-1 text-xs font-medium text-ink-soft">
      {props.label}
      <input
        type="date"
        value={props.value}
        max={props.latest}
        aria-describedby={props.describedBy}
        aria-invalid={props.isInvalid}
        onChange={({ target }) => {
          props.onChange(target.value);
        }}
        className="h-control rounded-md border border-control-line bg-canvas px-2 text-field text-ink aria-invalid:border-danger"
      />
    </label>
  );
}
