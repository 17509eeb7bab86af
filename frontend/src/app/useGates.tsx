/** What the identity may not do at a place, in words, and the way to read more. */
import { lazy, Suspense, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Link } from "wouter";
import { asApiError } from "@/api/ApiError";
import type { Gates } from "@/features/objects/gates";
import {
  permissionOf,
  type ActionPermission,
  type Place,
  type useEffective,
} from "@/features/permissions/useEffective";
import { useReasonText } from "@/features/permissions/useReasonText";
import { useErrorText } from "@/locales/useErrorText";
import { permissionsPath } from "./routes";

const DeletionTry = lazy(async () => ({ default: (await import("./DeletionTry")).DeletionTry }));

/** An upload needs all of these; the key of KMS only where the bucket encrypts with one. */
const uploading = ["s3:PutObject", "kms:GenerateDataKey"];

/**
 * Downloads and uploads are tried unless they are known to be refused: the plan tells. Deleting is on only when it
 * is known to be allowed. S3 has the last word on all.
 *
 * `onAllowed` hears in words that a try has turned deleting on: the reason that offered it is gone then.
 */
export function useGates(
  place: Place,
  effective: ReturnType<typeof useEffective>,
  onAllowed: (outcome: string) => void,
): Gates {
  const reasonOf = useReasonText();
  const denied = uploading
    .map((action) => permissionOf(effective.data, action))
    .find((permission) => permission?.verdict === "denied");
  const getting = permissionOf(effective.data, "s3:GetObject");
  const deleting = permissionOf(effective.data, "s3:DeleteObject");
  const whyNoDelete = useWhyNoDelete(deleting, effective.error);
  return {
    upload: denied === undefined ? null : reasonOf(denied),
    download: getting?.verdict === "denied" ? reasonOf(getting) : null,
    delete: deleting?.verdict === "allowed" ? null : whyNoDelete,
    more: <PermissionsLink {...place} />,
    tryDeletion: deleting && mayBeTried(deleting) && (
      <Suspense>
        <DeletionTry place={place} permission={deleting} onAllowed={onAllowed} />
      </Suspense>
    ),
  };
}

function useWhyNoDelete(deleting: ActionPermission | undefined, error: Error | null): string {
  const t = useTranslations("objects");
  const reasonOf = useReasonText();
  const whyUnknown = useWhyUnknown();
  if (deleting === undefined) return whyUnknown(error);
  const reason = reasonOf(deleting);
  return deleting.verdict === "unknown" ? t("deleteUnknown", { reason }) : reason;
}

/** Or has been: then it still tells what came of it. */
function mayBeTried({ triable, source }: ActionPermission): boolean {
  return triable || source === "observed";
}

function useWhyUnknown(): (error: Error | null) => string {
  const t = useTranslations("objects");
  const describe = useErrorText();
  return (error) =>
    error === null
      ? t("checkingPermission")
      : t("deleteUnknown", { reason: describe(asApiError(error)).body });
}

function PermissionsLink({ bucket, prefix }: Place): ReactNode {
  const t = useTranslations("objects");
  return (
    <Link
      href={permissionsPath(bucket, prefix)}
      className="whitespace-nowrap text-accent-ink underline"
    >
      {t("seePermissions")}
    </Link>
  );
}
