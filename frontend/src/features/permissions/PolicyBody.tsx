/** An opened policy: its statements, or its document as IAM has it. */
import { memo, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { CopyButton } from "@/ui/CopyButton";
import { TabPanel, Tabs } from "@/ui/Tabs";
import type { FoundPolicy } from "./policySearch";
import { StatementView } from "./StatementView";

export interface PolicyBodyProps {
  readonly found: FoundPolicy;
  /** The number of the statement to show, if a verdict led here. */
  readonly target: number | null;
}

type Show = "statements" | "json";

/** Drawn anew only when the search finds something else in it. */
export const PolicyBody = memo(function PolicyBody({ found, target }: PolicyBodyProps) {
  const t = useTranslations("permissionsPage");
  const id = useId();
  const [show, setShow] = useState<Show>("statements");
  const { policy, statements } = found;
  const { arn, versionId, document } = policy;
  if (document === null) return <p className="p-3 text-ink-soft">{t("documentUnreadBody")}</p>;
  return (
    <>
      {policy.origin === "boundary" && <p className="px-3 pt-2">{t("boundaryBody")}</p>}
      {arn !== null && <PolicyArn arn={arn} versionId={versionId} />}
      <div className="px-3">
        <Tabs
          id={id}
          label={t("show")}
          value={show}
          tabs={(["statements", "json"] as const).map((value) => ({
            value,
            label: t(`shows.${value}`),
          }))}
          onChange={setShow}
        />
      </div>
      <TabPanel id={id} value={show}>
        {show === "json" ? (
          <Json document={document} />
        ) : (
          <ol className="divide-y divide-line">
            {policy.statements.map((statement) => (
              <StatementView
                key={statement.number}
                statement={statement}
                isMatch={statements.has(statement.number)}
                isTarget={statement.number === target}
              />
            ))}
          </ol>
        )}
      </TabPanel>
    </>
  );
});

function PolicyArn({
  arn,
  versionId,
}: {
  readonly arn: string;
  readonly versionId: string | null;
}) {
  const t = useTranslations("permissionsPage");
  const common = useTranslations("common");
  return (
    <p className="flex flex-wrap items-center gap-x-2 px-3 pt-1 text-xs text-ink-soft">
      <code className="min-w-0 font-mono wrap-anywhere">{arn}</code>
      <CopyButton text={arn} label={t("copyArn")} copiedLabel={common("copied")} />
      {versionId !== null && <span>{t("version", { version: versionId })}</span>}
    </p>
  );
}

function Json({ document }: { readonly document: Readonly<Record<string, unknown>> }) {
  const t = useTranslations("permissionsPage");
  const common = useTranslations("common");
  const text = JSON.stringify(document, null, 2);
  return (
    <div className="relative">
      <div className="absolute top-1 right-1 flex items-center rounded-md bg-surface">
        <CopyButton text={text} label={t("copyJson")} copiedLabel={common("copied")} />
      </div>
      <pre className="p-3 pr-10 font-mono text-xs wrap-anywhere whitespace-pre-wrap">{text}</pre>
    </div>
  );
}
