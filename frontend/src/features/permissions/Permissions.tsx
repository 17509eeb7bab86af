/** The permissions of the connected identity: whose, what they allow at which place, and the policies. */
import { RotateCw } from "lucide-react";
import { useId, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { FailurePanel } from "@/locales/FailurePanel";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { Skeleton } from "@/ui/Skeleton";
import { TabPanel, Tabs } from "@/ui/Tabs";
import { EffectiveSection, type EffectiveSectionProps } from "./EffectiveSection";
import { PoliciesSection } from "./PoliciesSection";
import { isPolicyOf } from "./policyKey";
import { SubjectHeader } from "./SubjectHeader";
import type { Place } from "./useEffective";
import { usePermissions } from "./usePermissions";
import type { StatementReference } from "./useReasonText";

export type PermissionsView = "matrix" | "policies";

export interface PermissionsProps extends Omit<EffectiveSectionProps, "columns" | "openerOf"> {
  readonly places: readonly Place[];
  readonly view: PermissionsView;
  readonly onView: (view: PermissionsView) => void;
}

export function Permissions({ places, view, onView, ...effective }: PermissionsProps) {
  const t = useTranslations("permissionsPage");
  const id = useId();
  const [target, setTarget] = useState<StatementReference | null>(null);
  const { policies, columns, refresh, isRefreshing } = usePermissions(places);
  const open = (to: PermissionsView, statement: StatementReference | null = null) => {
    setTarget(statement);
    onView(to);
  };
  const openerOf = (statement: StatementReference) =>
    policies.data?.policies.some((policy) => isPolicyOf(policy, statement))
      ? () => {
          open("policies", statement);
        }
      : null;
  const readAt = view === "policies" ? policies.data?.readAt : oldest(columns);
  return (
    <div className="flex min-h-full flex-col gap-3 px-4 pt-2 pb-4">
      <div className="flex flex-wrap items-center gap-x-3">
        <h1 className="flex-1 text-lg font-semibold">{t("title")}</h1>
        {readAt !== undefined && <ReadAt time={readAt} />}
        <IconButton
          label={t(isRefreshing ? "refreshing" : "refresh")}
          icon={<RotateCw size={16} aria-hidden className={isRefreshing ? "animate-spin" : ""} />}
          onPress={() => void refresh()}
        />
      </div>
      {policies.data && <SubjectHeader subject={policies.data.subject} />}
      <Tabs
        id={id}
        label={t("title")}
        value={view}
        tabs={(["matrix", "policies"] as const).map((value) => ({
          value,
          label: t(`views.${value}`),
        }))}
        onChange={open}
      />
      <TabPanel id={id} value={view}>
        {view === "matrix" ? (
          <EffectiveSection {...effective} columns={columns} openerOf={openerOf} />
        ) : (
          <Policies query={policies} target={target} />
        )}
      </TabPanel>
    </div>
  );
}

interface PoliciesProps {
  readonly query: ReturnType<typeof usePermissions>["policies"];
  readonly target: StatementReference | null;
}

function Policies({ query, target }: PoliciesProps) {
  const t = useTranslations("permissionsPage");
  const common = useTranslations("common");
  return (
    <div className="flex flex-col gap-4">
      {query.error && (
        <FailurePanel
          error={query.error}
          actions={<Button onPress={() => void query.refetch()}>{common("retry")}</Button>}
        />
      )}
      {query.isPending && <Skeleton rows={8} label={t("loading")} />}
      {query.data && <PoliciesSection report={query.data} target={target} />}
    </div>
  );
}

function ReadAt({ time }: { readonly time: string }) {
  const t = useTranslations("permissionsPage");
  const format = useFormatter();
  return (
    <p className="text-xs text-ink-soft">
      {t("readAt", { time: format.dateTime(new Date(time), { timeStyle: "short" }) })}
    </p>
  );
}

function oldest(columns: ReturnType<typeof usePermissions>["columns"]): string | undefined {
  return columns.flatMap(({ answer }) => answer?.evaluatedAt ?? []).sort()[0];
}
