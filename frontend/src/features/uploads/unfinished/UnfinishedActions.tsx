/** Going on with an upload or aborting it; nothing of both while somebody works at it. */
import { useTranslations } from "use-intl";
import { GatedButton } from "@/ui/GatedButton";
import type { Refusals } from "./refusals";
import type { UnfinishedUpload } from "./unfinished";
import type { Work } from "./working";

export interface UnfinishedActionsProps {
  readonly upload: UnfinishedUpload;
  /** What it is called in the list. */
  readonly name: string;
  /** Null: it is a leftover. */
  readonly work: Work | null;
  readonly refusals: Refusals;
  readonly onResume: (upload: UnfinishedUpload) => void;
  readonly onAbort: (upload: UnfinishedUpload) => void;
}

export function UnfinishedActions(props: UnfinishedActionsProps) {
  const { upload, name, work, refusals } = props;
  const t = useTranslations("unfinished");
  if (work !== null) return <p className="text-ink-soft sm:text-right">{t(`works.${work}`)}</p>;
  return (
    <div className="flex items-center gap-1 sm:justify-end">
      <GatedButton
        aria-label={t("resumeName", { name })}
        onPress={() => {
          props.onResume(upload);
        }}
        disabledReason={refusals.resume ?? offReason(upload, t)}
        disabledMore={refusals.resume !== null && refusals.more}
      >
        {t("resume")}
      </GatedButton>
      <GatedButton
        aria-label={t("abortName", { name })}
        onPress={() => {
          props.onAbort(upload);
        }}
        disabledReason={refusals.abort}
        disabledMore={refusals.more}
      >
        {t("abort")}
      </GatedButton>
    </div>
  );
}

/** Why it cannot go on here, whatever the permissions. */
function offReason(
  { isOwn, checksum }: UnfinishedUpload,
  t: ReturnType<typeof useTranslations<"unfinished">>,
): string | null {
  if (!isOwn) return t("notOwn");
  return checksum?.type === "composite"
    ? t("partChecksums", { algorithm: checksum.algorithm })
    : null;
}
