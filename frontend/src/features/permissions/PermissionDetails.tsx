/** Why one action is allowed, denied or unknown at a place, how that is known, and what would tell more. */
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Link } from "wouter";
import { Button } from "@/ui/Button";
import { CopyButton } from "@/ui/CopyButton";
import { placeName } from "./placeName";
import { TryDeletion } from "./TryDeletion";
import type { ActionPermission, Place } from "./useEffective";
import { useReasonText, type StatementReference } from "./useReasonText";
import { deleting } from "./useTryDeletion";

export interface PermissionDetailsProps {
  readonly place: Place;
  readonly permission: ActionPermission;
  /** Shows a statement among the policies; null where it is not one of those. */
  readonly openerOf: (statement: StatementReference) => (() => void) | null;
  /** The bucket's CORS doctor. */
  readonly corsHref: string;
}

/** What the doctor needs. */
const corsActions: readonly string[] = ["s3:GetBucketCORS", "s3:PutBucketCORS"];

export function PermissionDetails(props: PermissionDetailsProps) {
  const { place, permission, openerOf, corsHref } = props;
  const t = useTranslations("permissionsPage");
  const common = useTranslations("common");
  const cors = useTranslations("cors");
  const reasonText = useReasonText();
  const { verdict, source, statement, resource, conditionKeys, missing } = permission;
  const open = statement && openerOf(statement);
  return (
    <div className="flex flex-col gap-3">
      <p>{reasonText(permission)}</p>
      {permission.action === deleting && (
        <TryDeletion key={placeName(place)} place={place} permission={permission} />
      )}
      {open && (
        <div>
          <Button onPress={open}>{t("openStatement")}</Button>
        </div>
      )}
      {corsActions.includes(permission.action) && (
        <Link href={corsHref} className="self-start text-accent-ink underline">
          {cors("open")}
        </Link>
      )}
      <dl className="flex flex-col gap-2">
        {verdict !== "unknown" && <Detail term={t("source")}>{t(`sources.${source}`)}</Detail>}
        {conditionKeys.length > 0 && (
          <Detail term={t("conditionKeys")}>
            <Names names={conditionKeys} />
          </Detail>
        )}
        {missing.length > 0 && (
          <Detail
            term={t("missing")}
            end={
              <CopyButton
                text={missing.join("\n")}
                label={t("copyMissing")}
                copiedLabel={common("copied")}
              />
            }
          >
            <Names names={missing} />
          </Detail>
        )}
        <Detail
          term={t("resource")}
          end={
            <CopyButton text={resource} label={t("copyResource")} copiedLabel={common("copied")} />
          }
        >
          <Names names={[resource]} />
        </Detail>
      </dl>
    </div>
  );
}

interface DetailProps {
  readonly term: string;
  /** Stands beside the term, so that long names have the whole width. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
}

function Detail({ term, end, children }: DetailProps) {
  return (
    <div>
      <dt className="flex min-h-6 items-center gap-1 text-xs text-ink-soft">
        {term}
        {end}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function Names({ names }: { readonly names: readonly string[] }) {
  return (
    <code className="font-mono text-xs wrap-anywhere">
      {names.map((name) => (
        <span key={name} className="block">
          {name}
        </span>
      ))}
    </code>
  );
}
