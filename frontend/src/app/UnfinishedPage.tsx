/** The unfinished uploads of a bucket, or of one path; what the person may do there decides about the buttons. */
import { useTranslations } from "use-intl";
import { Link, useSearchParams } from "wouter";
import { permissionOf, useEffective } from "@/features/permissions/useEffective";
import { useReasonText } from "@/features/permissions/useReasonText";
import { Unfinished } from "@/features/uploads/unfinished/Unfinished";
import type { Transfers } from "@/transfer/transfers";
import { asPrefix, bucketPath, permissionsPath, unfinishedPath } from "./routes";
import { useTitle } from "./useTitle";

export interface UnfinishedPageProps {
  readonly bucket: string;
  readonly transfers: Transfers;
}

export function UnfinishedPage({ bucket, transfers }: UnfinishedPageProps) {
  const t = useTranslations("unfinished");
  const objects = useTranslations("objects");
  const [search] = useSearchParams();
  const prefix = asPrefix(search.get("prefix") ?? "");
  const whyNot = useWhyNot(bucket, prefix);
  useTitle(`${t("title")} · ${bucket}/${prefix}`);
  return (
    <Unfinished
      key={`${bucket}/${prefix}`}
      bucket={bucket}
      prefix={prefix}
      backHref={bucketPath(bucket, prefix)}
      wholeHref={unfinishedPath(bucket)}
      transfers={transfers}
      refusals={{
        resume: whyNot("s3:PutObject"),
        abort: whyNot("s3:AbortMultipartUpload"),
        more: (
          <Link href={permissionsPath(bucket, prefix)} className="text-accent-ink underline">
            {objects("seePermissions")}
          </Link>
        ),
      }}
    />
  );
}

/** Only what is known to be refused is off: S3 has the last word. */
function useWhyNot(bucket: string, prefix: string): (action: string) => string | null {
  const effective = useEffective(bucket, prefix);
  const reasonOf = useReasonText();
  return (action) => {
    const permission = permissionOf(effective.data, action);
    return permission?.verdict === "denied" ? reasonOf(permission) : null;
  };
}
