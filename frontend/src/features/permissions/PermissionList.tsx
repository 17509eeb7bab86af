/** The same on a phone: one place at a time, a row for each action, its reason below it. */
import { ChevronDown } from "lucide-react";
import { useId } from "react";
import { useTranslations } from "use-intl";
import type { ActionGroup, ShownAction } from "./actionGroups";
import { PermissionDetails, type PermissionDetailsProps } from "./PermissionDetails";
import { permissionOf, type ActionPermission, type EffectivePermissions } from "./useEffective";
import { VerdictMark } from "./VerdictMark";

export interface PermissionListProps extends Omit<PermissionDetailsProps, "permission"> {
  readonly groups: readonly ActionGroup[];
  readonly answer: EffectivePermissions;
  readonly selected: string | null;
  readonly onSelect: (action: string | null) => void;
}

export function PermissionList({ groups, answer, selected, ...props }: PermissionListProps) {
  const t = useTranslations("permissionsPage");
  return (
    <div className="flex flex-col gap-3">
      {groups.map(({ name, actions }) => (
        <section key={name} aria-label={t(`groups.${name}`)}>
          <h2 className="py-1 text-xs font-medium text-ink-soft">{t(`groups.${name}`)}</h2>
          <ul className="divide-y divide-line rounded-md border border-line">
            {actions.map((action) => (
              <ActionRow
                key={action}
                action={action}
                permission={permissionOf(answer, action)}
                isOpen={action === selected}
                {...props}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface ActionRowProps extends Pick<
  PermissionListProps,
  "corsHref" | "onSelect" | "openerOf" | "place"
> {
  readonly action: ShownAction;
  readonly permission: ActionPermission | undefined;
  readonly isOpen: boolean;
}

function ActionRow({ action, permission, isOpen, onSelect, ...details }: ActionRowProps) {
  const t = useTranslations("permissionsPage");
  const id = useId();
  if (permission === undefined) return null;
  return (
    <li>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => {
          onSelect(isOpen ? null : action);
        }}
        className="flex min-h-row w-full items-center gap-2 px-3 py-1.5 text-left hover:bg-hover"
      >
        <span className="min-w-0 flex-1">
          {t(`actions.${action}`)}
          <code className="block font-mono text-xs text-ink-soft">{action}</code>
        </span>
        <VerdictMark verdict={permission.verdict} />
        <ChevronDown
          size={16}
          aria-hidden
          className={`shrink-0 text-ink-soft ${isOpen ? "rotate-180" : ""}`}
        />
      </button>
      {isOpen && (
        <div id={id} className="border-t border-line bg-surface p-3">
          <PermissionDetails permission={permission} {...details} />
        </div>
      )}
    </li>
  );
}
