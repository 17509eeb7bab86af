/** A link that works: until when, and its text to copy once more. */
import { useTranslations } from "use-intl";
import type { components } from "@/api/schema.gen";
import { CopyButton } from "@/ui/CopyButton";
import { exactMoment } from "@/ui/moment";

export interface MadeLinkProps {
  readonly link: components["schemas"]["SharedLink"];
  readonly isCopied: boolean;
}

export function MadeLink({ link, isCopied }: MadeLinkProps) {
  const t = useTranslations("details.share");
  const common = useTranslations("common");
  const { boundBy, sessionEndsAt } = link.limit;
  // A session of unknown end may take the link with it before.
  const isAtMost = boundBy === "session" && sessionEndsAt === null;
  const time = exactMoment(Date.parse(link.expiresAt));
  const until = t(isAtMost ? "untilAtMost" : "until", { time });
  return (
    <div className="flex flex-col gap-1">
      <p role="status">{isCopied ? `${t("copied")} ${until}` : `${t("notCopied")} ${until}`}</p>
      <div className="flex items-center gap-1">
        <input
          readOnly
          aria-label={t("link")}
          value={link.url}
          onFocus={({ target }) => {
            target.select();
          }}
          className="h-control min-w-0 flex-1 rounded-md border border-control-line bg-surface px-2 font-mono text-xs"
        />
        <CopyButton text={link.url} label={t("copy")} copiedLabel={common("copied")} />
      </div>
    </div>
  );
}
