/** No policies to show, and what that means: it differs by identity. */
import { ShieldOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { EmptyState } from "@/ui/EmptyState";
import type { PolicyReport } from "./usePolicies";

export function NoPolicies({ report }: { readonly report: PolicyReport }) {
  const t = useTranslations("permissionsPage");
  const icon = <ShieldOff size={24} strokeWidth={1.5} aria-hidden />;
  const { kind } = report.subject;
  if (kind === "root" || kind === "federated") {
    return (
      <EmptyState icon={icon} title={t(`${kind}Policies`)}>
        {t(`notes.${kind}`)}
      </EmptyState>
    );
  }
  const what = report.unreadable.length > 0 ? "noneReadable" : "noPolicies";
  return (
    <EmptyState icon={icon} title={t(what)}>
      {t(`${what}Body`)}
    </EmptyState>
  );
}
