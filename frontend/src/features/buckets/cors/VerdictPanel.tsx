/** The verdict in one sentence, what it means, and each missing piece by name. */
import { CircleAlert, CircleCheck, TriangleAlert, Unplug } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { useTranslations } from "use-intl";
import type { Examination } from "@/transfer/adapters/examination";
import { existingIn } from "./ruleChanges";
import { verdictOf } from "./verdict";

const good = { icon: CircleCheck, tone: "text-accent-ink" };
const bad = { icon: CircleAlert, tone: "text-danger-ink" };
const fair = { icon: TriangleAlert, tone: "text-decision-ink" };

const looks = {
  ok: good,
  repaired: good,
  passes: good,
  lacking: fair,
  blocked: bad,
  hidden: bad,
  elsewhere: fair,
  unreachable: { ...bad, icon: Unplug },
};

export interface VerdictPanelProps {
  readonly examination: Examination;
  /** Whether it is well because a repair has just been made. */
  readonly isMended: boolean;
  readonly headingRef: Ref<HTMLHeadingElement>;
  readonly actions: ReactNode;
}

export function VerdictPanel({ examination, isMended, headingRef, actions }: VerdictPanelProps) {
  const t = useTranslations("corsPage");
  const { rules, addresses, reach } = examination;
  const shown = isMended ? "repaired" : verdictOf(examination);
  const { icon: Icon, tone } = looks[shown];
  const existing = existingIn(rules);
  const isPartly = reach === "open" && addresses.some((one) => one.reach === "unreachable");
  return (
    <section className="flex gap-3 rounded-md border border-line bg-surface p-4">
      <Icon size={20} aria-hidden className={`mt-0.5 shrink-0 ${tone}`} />
      <div className="flex min-w-0 flex-col gap-3">
        <div role="status">
          <h2 ref={headingRef} tabIndex={-1} className="rounded-sm text-lg font-semibold">
            {t(`verdicts.${shown}.title`)}
          </h2>
          <p className="mt-1 text-ink-soft">{t(`verdicts.${shown}.body`, { existing })}</p>
        </div>
        {rules.problems.length > 0 && (
          <ul aria-label={t("missing")} className="flex list-disc flex-col gap-1 pl-5">
            {rules.problems.map(({ code, missing }) => (
              <li key={code}>{t(`problems.${code}`, { missing: missing.join(", ") })}</li>
            ))}
          </ul>
        )}
        {isPartly && <p>{t("someUnreachable")}</p>}
        {actions}
      </div>
    </section>
  );
}
