/** Why transfers wait for a person, a line for each reason, and what sets all of them going again. */
import { useTranslations } from "use-intl";
import type { PauseReason, TransferView } from "@/transfer/transfers";
import { Button } from "@/ui/Button";
import { pausedFor } from "../pausing";

const actions = {
  credentials: "resume",
  file: "pick",
  permission: "resume",
  "other-page": null,
} as const satisfies Partial<Record<PauseReason, "resume" | "pick" | null>>;

type Reason = keyof typeof actions;

const reasons = Object.keys(actions) as readonly Reason[];

export interface PauseBarsProps {
  readonly rows: readonly TransferView[];
  /** Whether what another tab does, which needs nobody, shows as well. */
  readonly hasElsewhere: boolean;
  /** Called within a click, with all that wait for one reason. */
  readonly onResume: (ids: readonly string[]) => void;
  readonly onPick: (ids: readonly string[]) => void;
}

export function PauseBars({ rows, hasElsewhere, onResume, onPick }: PauseBarsProps) {
  const t = useTranslations("pausing");
  const shown = hasElsewhere ? reasons : reasons.filter((reason) => actions[reason] !== null);
  return (
    <ul aria-label={t("title")} className="shrink-0">
      {shown.map((reason) => {
        const ids = pausedFor(rows, reason);
        if (ids.length === 0) return null;
        const run = {
          pick: () => {
            onPick(ids);
          },
          resume: () => {
            onResume(ids);
          },
        };
        return <PauseBar key={reason} reason={reason} count={ids.length} run={run} />;
      })}
    </ul>
  );
}

interface PauseBarProps {
  readonly reason: Reason;
  readonly count: number;
  readonly run: Readonly<Record<"pick" | "resume", () => void>>;
}

function PauseBar({ reason, count, run }: PauseBarProps) {
  const t = useTranslations("pausing");
  const action = actions[reason];
  const look = action === null ? "text-ink-soft" : "bg-decision-wash text-decision-ink";
  return (
    <li
      className={`flex min-h-control flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-1 pr-2 pl-3 text-xs ${look}`}
    >
      <p className="min-w-0 flex-1 basis-48">{t(reason, { count })}</p>
      {reason !== "other-page" && action !== null && (
        <Button onPress={run[action]}>{t(`do.${reason}`)}</Button>
      )}
    </li>
  );
}
