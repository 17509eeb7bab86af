/** What a deletion came to where not everything went: each reason once, with its files. */
import { useTranslations } from "use-intl";
import { useErrorText } from "@/locales/useErrorText";
import { ErrorPanel } from "@/ui/ErrorPanel";
import { byReason, unanswered, unsureCount, type Deletion } from "./deletion";
import { NameList } from "./NameList";
import type { Place } from "./useListing";

export interface DeletionFailuresProps {
  readonly place: Place;
  readonly deletion: Deletion;
  readonly total: number;
  /** The list on screen has been fetched after the deletion. */
  readonly isReread: boolean;
}

export function DeletionFailures({ place, deletion, total, isReread }: DeletionFailuresProps) {
  const t = useTranslations("deletion");
  const { deleted, markers, failures, untried } = deletion;
  const isUnsure = unsureCount(deletion) > 0;
  return (
    <div className="flex flex-col gap-3">
      <p>
        {(deleted > 0 || !isUnsure) && `${t("outcome", { total, deleted })} `}
        {markers > 0 && `${t("markers")}. `}
        {untried > 0 && t("untried", { count: untried })}{" "}
        {isUnsure ? t("unsure", { reread: isReread ? "yes" : "no" }) : t("kept")}
      </p>
      {[...byReason(failures)].map(([code, keys]) => (
        <Reason key={code} code={code} keys={keys} place={place} />
      ))}
    </div>
  );
}

interface ReasonProps {
  readonly place: Place;
  readonly code: Deletion["failures"][number]["code"];
  readonly keys: readonly string[];
}

function Reason({ place: { bucket, prefix }, code, keys }: ReasonProps) {
  const t = useTranslations("deletion");
  const describe = useErrorText();
  const params = { action: "s3:DeleteObject", resource: `arn:aws:s3:::${bucket}/${prefix}*` };
  return (
    <>
      <ErrorPanel {...describe({ code, params })} />
      <NameList
        label={t(unanswered.has(code) ? "unsureTitle" : "failedTitle", { count: keys.length })}
        keys={keys}
        below={prefix}
      />
    </>
  );
}
