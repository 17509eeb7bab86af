/** One bucket at one prefix: its objects, which take dropped files. */
import { useEffect } from "react";
import { Redirect, useLocation, useSearchParams } from "wouter";
import { ObjectBrowser } from "@/features/objects/ObjectBrowser";
import { UploadTarget } from "@/features/uploads/UploadTarget";
import type { Transfers } from "@/transfer/transfers";
import { asPrefix, bucketPath } from "./routes";

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

function PlacePage({ bucket, prefix, transfers }: PlacePageProps) {
  const [, navigate] = useLocation();
  useEffect(() => {
    document.title = `${bucket}/${prefix} · S3 Loader`;
    return () => {
      document.title = "S3 Loader";
    };
  }, [bucket, prefix]);

  return (
    <UploadTarget destination={{ bucket, prefix }} transfers={transfers}>
      {(choose) => (
        <ObjectBrowser
          bucket={bucket}
          prefix={prefix}
          hrefOf={(to) => bucketPath(bucket, to)}
          onNavigate={(to) => {
            navigate(bucketPath(bucket, to));
          }}
          onUpload={choose}
          transfers={transfers}
        />
      )}
    </UploadTarget>
  );
}
