/** The identity's policies: searchable, each opens to its statements; and what could not be read. */
import { useDeferredValue, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/Button";
import { Checkbox } from "@/ui/Checkbox";
import { EmptyState } from "@/ui/EmptyState";
import { SearchField } from "@/ui/SearchField";
import { NoPolicies } from "./NoPolicies";
import { isPolicyOf, policyKey } from "./policyKey";
import { PolicyRow } from "./PolicyRow";
import { searchPolicies, type PolicyFilter } from "./policySearch";
import { UnreadableSources } from "./UnreadableSources";
import type { PolicyReport } from "./usePolicies";
import type { StatementReference } from "./useReasonText";

export interface PoliciesSectionProps {
  readonly report: PolicyReport;
  /** The statement that a verdict led to. */
  readonly target: StatementReference | null;
}

const everything: PolicyFilter = { text: "", onlyS3: false };

export function PoliciesSection({ report, target }: PoliciesSectionProps) {
  const t = useTranslations("permissionsPage");
  const [filter, setFilter] = useState(everything);
  const { policies, unreadable } = report;
  // Typing stays ahead of many opened policies.
  const sought = useDeferredValue(filter);
  const found = useMemo(() => searchPolicies(policies, sought), [policies, sought]);
  const aimedAt = policies.find((policy) => target && isPolicyOf(policy, target));
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(aimedAt && [policyKey(aimedAt)]));
  const toggle = (key: string) => {
    setOpen(
      open.has(key) ? new Set([...open].filter((one) => one !== key)) : new Set([...open, key]),
    );
  };
  return (
    <div className="flex flex-col gap-4">
      {policies.length === 0 ? (
        <NoPolicies report={report} />
      ) : (
        <>
          <PolicyToolbar
            filter={filter}
            onFilter={setFilter}
            count={policies.length}
            shown={found.length}
          />
          {found.length === 0 && (
            <EmptyState
              title={t("noMatch")}
              action={
                <Button
                  onPress={() => {
                    setFilter(everything);
                  }}
                >
                  {t("clearSearch")}
                </Button>
              }
            >
              {t("noMatchBody")}
            </EmptyState>
          )}
          {found.length > 0 && (
            <ul
              aria-label={t("policies")}
              className="divide-y divide-line rounded-md border border-line"
            >
              {found.map((one) => {
                const key = policyKey(one.policy);
                return (
                  <PolicyRow
                    key={key}
                    found={one}
                    isOpen={open.has(key)}
                    onToggle={() => {
                      toggle(key);
                    }}
                    target={one.policy === aimedAt ? (target?.number ?? null) : null}
                  />
                );
              })}
            </ul>
          )}
        </>
      )}
      <UnreadableSources sources={unreadable} />
    </div>
  );
}

interface PolicyToolbarProps {
  readonly filter: PolicyFilter;
  readonly onFilter: (filter: PolicyFilter) => void;
  readonly count: number;
  readonly shown: number;
}

function PolicyToolbar({ filter, onFilter, count, shown }: PolicyToolbarProps) {
  const t = useTranslations("permissionsPage");
  const common = useTranslations("common");
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <div className="w-full sm:w-96">
        <SearchField
          label={t("search")}
          clearLabel={common("clear")}
          value={filter.text}
          onChange={(text) => {
            onFilter({ ...filter, text });
          }}
        />
      </div>
      <Checkbox
        label={t("onlyS3")}
        isSelected={filter.onlyS3}
        onChange={(onlyS3) => {
          onFilter({ ...filter, onlyS3 });
        }}
      />
      <p role="status" className="ml-auto text-xs text-ink-soft">
        {shown === count ? t("policyCount", { count }) : t("policyShown", { count, shown })}
      </p>
    </div>
  );
}
