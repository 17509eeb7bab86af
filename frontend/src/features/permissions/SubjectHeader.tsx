/** Whose permissions the page is about, and what is special about such an identity. */
import { useTranslations } from "use-intl";
import { CopyButton } from "@/ui/CopyButton";
import type { Subject } from "./usePolicies";

export function SubjectHeader({ subject }: { readonly subject: Subject }) {
  const t = useTranslations("permissionsPage");
  const common = useTranslations("common");
  const { kind, name, arn, accountId } = subject;
  const account = accountId.replace(/^(\d{4})(\d{4})(\d{4})$/, "$1-$2-$3");
  const note = noteOf(subject);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex min-w-0 flex-wrap items-center gap-x-3">
        <p className="min-w-0">
          <span className="text-ink-soft">{t(`kinds.${kind}`)}</span>
          {kind !== "root" && <span className="font-medium"> {name}</span>}
        </p>
        <p className="text-ink-soft">{t("account", { account })}</p>
        <p className="flex min-w-0 items-center">
          <code className="min-w-0 font-mono text-xs wrap-anywhere text-ink-soft">{arn}</code>
          <CopyButton text={arn} label={t("copyArn")} copiedLabel={common("copied")} />
        </p>
      </div>
      {note !== null && (
        <p className="max-w-3xl rounded-md border border-line bg-surface px-3 py-2 text-ink-soft">
          {t(`notes.${note}`)}
        </p>
      )}
    </div>
  );
}

function noteOf({ kind, sessionPolicyPossible }: Subject): "root" | "federated" | "session" | null {
  if (kind === "root" || kind === "federated") return kind;
  return sessionPolicyPossible ? "session" : null;
}
