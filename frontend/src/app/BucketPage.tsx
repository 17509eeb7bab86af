/** One bucket at one prefix: its objects, which take dropped files. */
import { useEffect } from "react";
import { useLocation, useSearchParams } from "wouter";
import { ObjectBrowser } from "@/features/objects/ObjectBrowser";
import { UploadTarget } from "@/features/uploads/UploadTarget";
import type { Transfers } from "@/transfer/transfers";
import { bucketPath } from "./routes";

export interface BucketPageProps {
  readonly bucket: string;
  readonly transfers: Transfers;
}

export function BucketPage({ bucket, transfers }: BucketPageProps) {
  const [, navigate] = useLocation();
  const [search] = useSearchParams();
  const prefix = search.get("prefix") ?? "";
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
