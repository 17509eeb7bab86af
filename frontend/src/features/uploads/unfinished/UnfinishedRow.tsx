/** One unfinished upload: what S3 has of it, since when and from whom, and what can be done about it. */
import { useLocale, useTranslations } from "use-intl";
import type { ApiError } from "@/api/ApiError";
import { useErrorText } from "@/locales/useErrorText";
import { FileName } from "@/ui/FileName";
import { exactMoment, relativeMoment } from "@/ui/moment";
import { formatSize } from "@/ui/size";
import { initiatorName, type UnfinishedUpload } from "./unfinished";
import { UnfinishedActions, type UnfinishedActionsProps } from "./UnfinishedActions";

export interface UnfinishedRowProps extends Omit<UnfinishedActionsProps, "name"> {
  /** The prefix that its key is below: it is left out of the name. */
  readonly below: string;
  /** When the list was read, ms since 1970. */
  readonly now: number;
  /** Why it could not be aborted. */
  readonly failure: ApiError | null;
}

const cell = "px-2 align-middle max-sm:min-w-0 max-sm:p-0";
const fact = `${cell} max-sm:text-xs max-sm:text-ink-soft`;

export function UnfinishedRow({ upload, below, now, failure, ...actions }: UnfinishedRowProps) {
  const t = useTranslations("unfinished");
  const name = upload.key.slice(below.length) || upload.key;
  return (
    <tr
      role="row"
      className="border-t border-line first:border-t-0 max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:gap-x-3 max-sm:py-2 sm:h-10"
    >
      <td role="cell" className={`${cell} max-sm:basis-full`}>
        <FileName name={name} />
        {failure !== null && <Failure failure={failure} />}
      </td>
      <td role="cell" className={`${fact} tabular-nums sm:text-right`}>
        {upload.size === null ? (
          <Untold />
        ) : (
          <span title={t("bytes", { bytes: upload.size })}>{formatSize(upload.size)}</span>
        )}
      </td>
      <td role="cell" className={`${fact} tabular-nums sm:text-right`}>
        {upload.partCount === null ? <Untold /> : <Parts count={upload.partCount} />}
      </td>
      <td role="cell" className={`${fact} tabular-nums`}>
        <Age begun={Date.parse(upload.initiatedAt)} now={now} />
      </td>
      <td role="cell" className={`${fact} truncate`}>
        <Initiator upload={upload} />
      </td>
      <td role="cell" className={`${cell} max-sm:mt-1 max-sm:basis-full`}>
        <UnfinishedActions {...actions} upload={upload} name={name} />
      </td>
    </tr>
  );
}

function Failure({ failure }: { readonly failure: ApiError }) {
  const describe = useErrorText();
  const { title, body } = describe(failure);
  return (
    <p className="pb-2 text-xs">
      <span className="font-medium text-danger-ink">{title}</span>{" "}
      <span className="text-ink-soft">{body}</span>
    </p>
  );
}

/** S3 was not asked in time, or does not tell this account. */
function Untold() {
  const t = useTranslations("unfinished");
  return (
    <span title={t("untold")} className="text-ink-soft">
      <span aria-hidden>–</span>
      <span className="sr-only">{t("untold")}</span>
    </span>
  );
}

/** A phone shows no heading above the number. */
function Parts({ count }: { readonly count: number }) {
  const t = useTranslations("unfinished");
  return (
    <>
      <span className="max-sm:hidden">{t("partCount", { count })}</span>
      <span className="sm:hidden">{t("partCountLong", { count })}</span>
    </>
  );
}

/** Clocks differ: nothing has begun in the future. */
function Age({ begun, now }: { readonly begun: number; readonly now: number }) {
  const locale = useLocale();
  return (
    <time dateTime={new Date(begun).toISOString()} title={exactMoment(begun)}>
      {relativeMoment(Math.min(begun, now), now, locale)}
    </time>
  );
}

function Initiator({ upload }: { readonly upload: UnfinishedUpload }) {
  const t = useTranslations("unfinished");
  if (upload.initiator === null) return <span className="text-ink-soft">{t("nobody")}</span>;
  return (
    <span title={upload.initiator}>{upload.isOwn ? t("me") : initiatorName(upload.initiator)}</span>
  );
}
