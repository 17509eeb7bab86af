/** One policy of the list: its name and where it comes from; it opens to its statements. */
import { ChevronRight } from "lucide-react";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { PolicyBody, type PolicyBodyProps } from "./PolicyBody";
import type { FoundPolicy } from "./policySearch";
import type { PolicyView } from "./usePolicies";

export interface PolicyRowProps extends PolicyBodyProps {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

export function PolicyRow({ found, target, isOpen, onToggle }: PolicyRowProps) {
  const id = useId();
  const { policy } = found;
  return (
    // 50 opened policies are long: the browser skips those out of sight.
    <li className="[contain-intrinsic-size:auto_36px] [content-visibility:auto]">
      <h2>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={onToggle}
          className="flex min-h-row w-full items-center gap-2 px-3 py-1.5 text-left hover:bg-hover"
        >
          <ChevronRight
            size={16}
            aria-hidden
            className={`shrink-0 text-ink-soft ${isOpen ? "rotate-90" : ""}`}
          />
          <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3">
            <span className="min-w-0 font-medium wrap-anywhere">{policy.name}</span>
            {policy.mentionsS3 && <Badge>S3</Badge>}
            <Origin policy={policy} />
          </span>
          <Counts found={found} />
        </button>
      </h2>
      {isOpen && (
        <div id={id} className="border-t border-line bg-surface">
          <PolicyBody found={found} target={target} />
        </div>
      )}
    </li>
  );
}

function Badge({ children }: { readonly children: string }) {
  return (
    <span className="rounded-sm border border-line bg-canvas px-1 text-xs text-ink-soft">
      {children}
    </span>
  );
}

function Origin({ policy }: { readonly policy: PolicyView }) {
  const t = useTranslations("permissionsPage.origins");
  return (
    <span className="text-xs text-ink-soft">
      {t(policy.origin, { group: policy.group ?? "?" })}
    </span>
  );
}

function Counts({ found: { policy, statements } }: { readonly found: FoundPolicy }) {
  const t = useTranslations("permissionsPage");
  const count = policy.statements.length;
  return (
    <span className="flex shrink-0 flex-col text-right text-xs text-ink-soft sm:flex-row sm:gap-3">
      {statements.size > 0 && (
        <span className="font-medium text-ink">{t("matchCount", { count: statements.size })}</span>
      )}
      <span>{policy.document ? t("statementCount", { count }) : t("documentUnread")}</span>
    </span>
  );
}
