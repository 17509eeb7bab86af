/** The versions of the key, newest first; choosing one shows that version. */
import { useTranslations } from "use-intl";
import { formatSize } from "@/ui/size";
import { exactMoment } from "@/ui/moment";
import { Section } from "./FactList";
import type { ObjectDetails, Version } from "./objectDetails";
import { UnreadablePart } from "./UnreadablePart";

export interface VersionSectionProps extends Pick<ObjectDetails, "versions"> {
  /** Null is the newest. */
  readonly shownId: string | null;
  readonly onVersion: (versionId: string | null) => void;
}

/** What S3 calls the one version of an object in a bucket without versioning. */
const unversioned = "null";

export function VersionSection({ versions, shownId, onVersion }: VersionSectionProps) {
  const t = useTranslations("details");
  if (versions.kind === "unreadable")
    return <UnreadablePart title={t("versions")} part={versions} />;
  const [first, ...older] = versions.versions;
  const isPlain = older.length === 0 && first?.versionId === unversioned;
  if (first === undefined || isPlain) return null;
  return (
    <Section title={t("versions")}>
      <ul className="divide-y divide-line rounded-md border border-line">
        {versions.versions.map((version) => (
          <li key={version.versionId}>
            <VersionRow
              version={version}
              isShown={shownId === null ? version.isLatest : version.versionId === shownId}
              onChoose={() => {
                onVersion(version.isLatest ? null : version.versionId);
              }}
            />
          </li>
        ))}
      </ul>
      {versions.more && <p className="text-xs text-ink-soft">{t("moreVersions")}</p>}
    </Section>
  );
}

interface VersionRowProps {
  readonly version: Version;
  readonly isShown: boolean;
  readonly onChoose: () => void;
}

const rowLook = "flex min-h-row w-full items-center gap-3 px-3 py-1 text-left";

/** A delete marker has no bytes and no details: it is told, and cannot be chosen. */
function VersionRow({ version, isShown, onChoose }: VersionRowProps) {
  const t = useTranslations("details");
  const { isDeleteMarker, size } = version;
  const words = (
    <>
      <span>{exactMoment(Date.parse(version.lastModified))}</span>
      <span className="ml-auto text-ink-soft">
        {isDeleteMarker ? t("deleteMarker") : size !== null && formatSize(size)}
      </span>
      <span className="w-14 text-right text-xs text-ink-soft">
        {version.isLatest && t("newest")}
      </span>
    </>
  );
  if (isDeleteMarker) return <div className={rowLook}>{words}</div>;
  return (
    <button
      type="button"
      aria-current={isShown}
      onClick={onChoose}
      className={`${rowLook} hover:bg-hover aria-current:bg-selected`}
    >
      {words}
    </button>
  );
}
