/** Whose AWS account it is, with the ARN to copy. */
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { CopyButton } from "@/ui/CopyButton";
import { groupedAccountId } from "./accountName";
import type { Identity } from "./account";

function Detail({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className="flex min-h-6 items-center gap-2">
      <dt className="w-16 shrink-0 text-xs text-ink-soft">{term}</dt>
      <dd className="flex min-w-0 flex-1 items-center gap-1">{children}</dd>
    </div>
  );
}

export function IdentityDetails({ identity }: { readonly identity: Identity }) {
  const t = useTranslations("accounts");
  const common = useTranslations("common");
  return (
    <dl className="flex flex-col gap-1">
      <Detail term={t("account")}>{groupedAccountId(identity.accountId)}</Detail>
      <Detail term={t("kind")}>{t(`kinds.${identity.kind}`)}</Detail>
      <Detail term={t("arn")}>
        <code className="min-w-0 flex-1 font-mono text-xs wrap-anywhere">{identity.arn}</code>
        <CopyButton text={identity.arn} label={t("copyArn")} copiedLabel={common("copied")} />
      </Detail>
    </dl>
  );
}
