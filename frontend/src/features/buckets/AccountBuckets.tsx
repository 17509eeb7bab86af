/** The account's own buckets, or what stands in their place: a skeleton, nothing, or an error. */
import { useFormatter, useTranslations } from "use-intl";
import { FailurePanel } from "@/locales/FailurePanel";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { Skeleton } from "@/ui/Skeleton";
import { BucketLink, type BucketLinkProps } from "./BucketLink";
import { BucketSection } from "./BucketSection";
import type { Bucket, useBuckets } from "./useBuckets";

export interface AccountBucketsProps {
  readonly query: ReturnType<typeof useBuckets>;
  readonly matches: (name: string) => boolean;
  readonly linkTo: (name: string) => BucketLinkProps;
}

export function AccountBuckets({ query, matches, linkTo }: AccountBucketsProps) {
  const t = useTranslations("buckets");
  const shown = query.buckets.filter(({ name }) => matches(name));
  if (query.isPending) return <Skeleton rows={8} label={t("loading")} />;
  return (
    <>
      {shown.length > 0 && <BucketList buckets={shown} linkTo={linkTo} />}
      {query.error && <BucketsFailure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && query.buckets.length === 0 && (
        <EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>
      )}
      {query.buckets.length > 0 && shown.length === 0 && (
        <EmptyState title={t("noMatch")}>{t("noMatchBody")}</EmptyState>
      )}
    </>
  );
}

function BucketsFailure({
  error,
  onRetry,
}: {
  readonly error: Error;
  readonly onRetry: () => void;
}) {
  const t = useTranslations("common");
  return <FailurePanel error={error} actions={<Button onPress={onRetry}>{t("retry")}</Button>} />;
}

interface BucketListProps {
  readonly buckets: readonly Bucket[];
  readonly linkTo: (name: string) => BucketLinkProps;
}

function BucketList({ buckets, linkTo }: BucketListProps) {
  const t = useTranslations("buckets");
  const format = useFormatter();
  const describe = ({ region, createdAt }: Bucket) => {
    const where = region === null ? t("regionUnknown") : t("region", { region });
    if (createdAt === null) return where;
    const date = format.dateTime(new Date(createdAt), { dateStyle: "medium" });
    return `${where}\n${t("created", { date })}`;
  };
  return (
    <BucketSection title={t("all")}>
      {buckets.map((bucket) => (
        // An account may have 10,000 buckets: the browser skips rows that are out of sight.
        <li
          key={bucket.name}
          className="[contain-intrinsic-size:auto_36px] [content-visibility:auto]"
        >
          <BucketLink {...linkTo(bucket.name)} details={describe(bucket)} />
        </li>
      ))}
    </BucketSection>
  );
}
