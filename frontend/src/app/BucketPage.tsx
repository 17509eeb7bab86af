/** One bucket at one prefix: its objects, which take dropped files. */
import { useQueryClient } from "@tanstack/react-query";
import { Suspense, useEffect, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Link, Redirect, useLocation, useSearchParams } from "wouter";
import { useHistoryState } from "wouter/use-browser-location";
import { useAccount } from "@/features/accounts/AccountContext";
import { ObjectBrowser } from "@/features/objects/ObjectBrowser";
import { useRequesterPays } from "@/features/objects/requesterPays/useRequesterPays";
import { correctEffective } from "@/features/permissions/correctEffective";
import { useEffective } from "@/features/permissions/useEffective";
import { UploadTarget } from "@/features/uploads/UploadTarget";
import { lazyWithWords } from "@/locales/lazyWithWords";
import type { Transfers } from "@/transfer/transfers";
import { ownerOf } from "./accountTransfers";
import { useActivity } from "./ActivityContext";
import { asPrefix, bucketPath, corsPath, unfinishedPath } from "./routes";
import { useBucketOpened } from "./useBucketOpened";
import { useDownloading } from "./useDownloading";
import { useGates } from "./useGates";
import { useOpenObject } from "./useOpenObject";
import { useTransferRefusals } from "./useTransferRefusals";

const ObjectPanel = lazyWithWords(
  async () => (await import("@/features/objects/details/ObjectPanel")).ObjectPanel,
);

export interface BucketPageProps {
  readonly bucket: string;
  readonly transfers: Transfers;
}

export function BucketPage(props: BucketPageProps) {
  const [search] = useSearchParams();
  const asked = search.get("prefix") ?? "";
  const prefix = asPrefix(asked);
  // Typed by hand, a path often lacks its last slash.
  if (prefix !== asked) return <Redirect to={bucketPath(props.bucket, prefix)} replace />;
  return <PlacePage {...props} prefix={prefix} />;
}

interface PlacePageProps extends BucketPageProps {
  readonly prefix: string;
}

/** In the history: this prefix was opened in place of the bucket's root. */
const insteadOfRoot = "instead-of-root";

function PlacePage({ bucket, prefix, transfers }: PlacePageProps) {
  const place = { bucket, prefix };
  const t = useTranslations("objects");
  const uploads = useTranslations("uploads");
  const cors = useTranslations("cors");
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const effective = useEffective(bucket, prefix);
  const at = `${bucket}/${prefix}`;
  const [tried, setTried] = useState({ at, outcome: "" });
  const gates = useGates(place, effective, (outcome) => {
    setTried({ at, outcome });
  });
  useTransferRefusals(transfers, place);
  const activity = useActivity();
  const opened = useOpenObject(bucket, prefix);
  const paying = useRequesterPays(ownerOf(useAccount().account));
  const requesterPays = paying.buckets.includes(bucket);
  useBucketOpened(transfers, { ...place, requesterPays });
  const { download, prepare } = useDownloading(transfers);
  useEffect(() => {
    document.title = `${at} · S3 Loader`;
    return () => {
      document.title = "S3 Loader";
    };
  }, [at]);

  return (
    <UploadTarget
      destination={place}
      transfers={transfers}
      refusal={gates.upload}
      refusalMore={gates.more}
    >
      {(choose) => (
        <>
          <MovedNote />
          <p role="status" className="sr-only">
            {tried.at === at && tried.outcome}
          </p>
          <div className="flex min-h-0 flex-1">
            <ObjectBrowser
              bucket={bucket}
              prefix={prefix}
              requesterPays={requesterPays}
              onRequesterPays={(agrees) => {
                if (agrees) paying.agree(bucket);
                else paying.withdraw(bucket);
              }}
              hrefOf={(to) => bucketPath(bucket, to)}
              onNavigate={(to) => {
                navigate(bucketPath(bucket, to));
              }}
              gates={gates}
              onDeleteDenied={() => {
                correctEffective(queries, { ...place, action: "s3:DeleteObject" });
              }}
              onDeleted={(count) => {
                activity.deleted(bucket, count);
              }}
              listable={effective.isPending ? undefined : (effective.data?.listablePrefixes ?? [])}
              onInstead={(to) => {
                navigate(bucketPath(bucket, to), { replace: true, state: insteadOfRoot });
              }}
              onUpload={choose}
              onDownload={download}
              prepareDownload={prepare}
              onDetails={opened.open}
              detailsKey={opened.key}
              transfers={transfers}
              statusEnd={
                <>
                  {requesterPays && t("requesterPays")}
                  <StatusLink href={unfinishedPath(bucket, prefix)}>
                    {uploads("unfinished")}
                  </StatusLink>
                  <StatusLink href={corsPath(bucket, prefix)}>{cors("open")}</StatusLink>
                </>
              }
            />
            {opened.key !== null && (
              <Suspense>
                <ObjectPanel
                  bucket={bucket}
                  objectKey={opened.key}
                  requesterPays={requesterPays}
                  corsHref={corsPath(bucket, prefix)}
                  downloadRefusal={gates.download}
                  onDownload={({ key, size }) =>
                    download({
                      ...place,
                      objects: [{ key, size }],
                      prefixes: [],
                      requesterPays,
                    }).then((start) => start === "begun")
                  }
                  onClose={opened.close}
                />
              </Suspense>
            )}
          </div>
        </>
      )}
    </UploadTarget>
  );
}

function StatusLink({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <Link
      href={href}
      className="flex h-9 items-center rounded-sm hover:underline pointer-coarse:h-11"
    >
      {children}
    </Link>
  );
}

/** Why another place is open than the one that was asked for. */
function MovedNote(): ReactNode {
  const t = useTranslations("objects");
  if (useHistoryState<string | null>() !== insteadOfRoot) return null;
  return (
    <p role="status" className="border-b border-line bg-surface px-3 py-2 text-xs text-ink-soft">
      {t("movedBelow")}
    </p>
  );
}
