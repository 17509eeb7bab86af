/** One statement of a policy, readable: effect, actions, resources, and conditions as sentences. */
import { Ban, Check } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ConditionView } from "./ConditionView";
import type { PolicyStatement } from "./usePolicies";

export interface StatementViewProps {
  readonly statement: PolicyStatement;
  /** Whether the search has found it. */
  readonly isMatch: boolean;
  /** Whether a verdict led here: it comes into sight and gets the focus. */
  readonly isTarget: boolean;
}

const lists = ["actions", "notActions", "resources", "notResources"] as const;

export function StatementView({ statement, isMatch, isTarget }: StatementViewProps) {
  const t = useTranslations("permissionsPage");
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!isTarget) return;
    item.current?.focus({ preventScroll: true });
    item.current?.scrollIntoView({ block: "center" });
  }, [isTarget]);
  const { conditions } = statement;
  return (
    <li
      ref={item}
      tabIndex={-1}
      className={`flex flex-col gap-2 p-3 ${isMatch || isTarget ? "bg-selected" : ""}`}
    >
      <StatementTitle statement={statement} isMatch={isMatch} />
      <dl className="grid gap-x-3 gap-y-2 sm:grid-cols-[8rem_minmax(0,1fr)]">
        {lists.map(
          (name) =>
            statement[name].length > 0 && (
              <Element key={name} term={t(`elements.${name}`)}>
                {statement[name].map((value) => (
                  <code key={value} className="block font-mono text-xs wrap-anywhere">
                    {value}
                  </code>
                ))}
              </Element>
            ),
        )}
        {conditions.length > 0 && (
          <Element term={t("elements.conditions")}>
            {conditions.length > 1 && (
              <p className="text-xs text-ink-soft">{t("everyCondition")}</p>
            )}
            {conditions.map((condition) => (
              <ConditionView key={`${condition.operator} ${condition.key}`} condition={condition} />
            ))}
          </Element>
        )}
      </dl>
    </li>
  );
}

function StatementTitle({ statement, isMatch }: Omit<StatementViewProps, "isTarget">) {
  const t = useTranslations("permissionsPage");
  const words = useTranslations("permissions.statement");
  const { number, sid, effect } = statement;
  const Icon = effect === "Allow" ? Check : Ban;
  return (
    <h3 className="flex flex-wrap items-center gap-x-3">
      <span className="inline-flex items-center gap-1.5 font-medium">
        <Icon
          size={16}
          aria-hidden
          className={effect === "Allow" ? "text-accent-ink" : "text-ink-soft"}
        />
        {t(`effects.${effect}`)}
      </span>
      <span className="wrap-anywhere text-ink-soft">{sid ?? words("number", { number })}</span>
      {isMatch && <span className="sr-only">{t("match")}</span>}
    </h3>
  );
}

function Element({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-xs text-ink-soft">{term}</dt>
      <dd className="-mt-1.5 min-w-0 sm:mt-0">{children}</dd>
    </div>
  );
}
