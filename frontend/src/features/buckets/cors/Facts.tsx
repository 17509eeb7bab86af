/** What was examined: bucket, region, this page's address and S3's addresses. */
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Examination } from "@/transfer/adapters/examination";
import { AddressList } from "./AddressList";

export function Facts({ rules, addresses }: Examination) {
  const t = useTranslations("corsPage");
  return (
    <dl className="grid grid-cols-1 gap-x-6 gap-y-1 sm:grid-cols-[auto_minmax(0,1fr)]">
      <Fact name={t("region")}>{rules.region}</Fact>
      <Fact name={t("origin")}>
        <span className="font-mono text-xs">{rules.origin}</span>
      </Fact>
      <Fact name={t("addresses")}>
        <AddressList addresses={addresses} />
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-soft">{name}</dt>
      <dd className="min-w-0 select-text max-sm:mb-1">{children}</dd>
    </>
  );
}
