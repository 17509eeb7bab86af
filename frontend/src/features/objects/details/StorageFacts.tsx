/** How S3 keeps the object: class and archive, encryption, checksum, version, lock, replication. */
import { useTranslations } from "use-intl";
import { storageClassName } from "@/ui/storageClass";
import { CopyableFact, Fact, FactList } from "./FactList";
import type { ObjectDetails } from "./objectDetails";
import { useArchiveText } from "./useArchiveText";
import { useLockText } from "./useLockText";

export function StorageFacts({ details }: { readonly details: ObjectDetails }) {
  const t = useTranslations("details");
  const archive = useArchiveText()(details.archive);
  const lock = useLockText()(details.lock);
  const { encryption, versionId, partCount, replicationStatus } = details;
  return (
    <FactList title={t("storage")}>
      <Fact name={t("storageClass")}>
        {storageClassName(details.storageClass)}
        {archive !== null && <span className="block text-xs text-ink-soft">{archive}</span>}
      </Fact>
      <Fact name={t("encryption")}>{t(`encryptions.${encryption.kind}`)}</Fact>
      {encryption.kmsKeyId !== null && (
        <CopyableFact name={t("kmsKey")} value={encryption.kmsKeyId} />
      )}
      <ChecksumFact details={details} />
      <CopyableFact name="ETag" value={details.etag} />
      {partCount !== null && <Fact name={t("parts")}>{t("partCount", { count: partCount })}</Fact>}
      {versionId !== null && <CopyableFact name={t("versionId")} value={versionId} />}
      {lock !== null && <Fact name={t("lock")}>{lock}</Fact>}
      {replicationStatus !== null && <Fact name={t("replication")}>{replicationStatus}</Fact>}
    </FactList>
  );
}

function ChecksumFact({ details }: { readonly details: ObjectDetails }) {
  const t = useTranslations("details");
  const { checksum, checksumType } = details;
  if (checksum === null) return <Fact name={t("checksum")}>{t("none")}</Fact>;
  return (
    <CopyableFact
      name={checksum.algorithm}
      value={checksum.value}
      note={t(checksumType === "composite" ? "checksumComposite" : "checksumWhole")}
    />
  );
}
