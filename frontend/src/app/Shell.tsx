/** The app's one screen: header, buckets beside, the open bucket, transfers below. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useLocation, useRoute } from "wouter";
import { useAccount, useAccountStore } from "@/features/accounts/AccountContext";
import { BucketNav } from "@/features/buckets/BucketNav";
import { Sheet } from "@/ui/Sheet";
import { AccountDialogs } from "./AccountDialogs";
import { Header } from "./Header";
import { Pages } from "./Pages";
import { bucketPath, bucketPattern } from "./routes";

export function Shell() {
  const t = useTranslations("app");
  const common = useTranslations("common");
  const accounts = useAccountStore();
  const { account } = useAccount();
  // The sheet belongs to the address it was opened at: choosing a bucket closes it.
  const [sheetAddress, setSheetAddress] = useState<string | null>(null);
  const [isFormOpen, setFormOpen] = useState(false);
  const [address, navigate] = useLocation();
  const [, route] = useRoute(bucketPattern);

  const owner = account?.identity.arn ?? "server";
  const nav = (
    <BucketNav
      key={owner}
      account={owner}
      current={route?.bucket ?? null}
      hrefOf={bucketPath}
      onOpen={(bucket) => {
        navigate(bucketPath(bucket));
      }}
    />
  );
  return (
    <div className="grid h-dvh grid-rows-[auto_minmax(0,1fr)]">
      <a
        href="#content"
        className="bg-accent text-on-accent absolute -top-12 left-2 z-10 rounded-md px-3 py-2 focus:top-2"
      >
        {t("skipToContent")}
      </a>
      <Header
        onOpenBuckets={() => {
          setSheetAddress(address);
        }}
        onReset={() => {
          accounts.reset();
          navigate("/");
        }}
        onUseOwn={() => {
          setFormOpen(true);
        }}
      />
      <div className="grid min-h-0 lg:grid-cols-[240px_minmax(0,1fr)]">
        <aside className="border-line bg-surface hidden min-h-0 border-r lg:block">{nav}</aside>
        <Sheet
          isOpen={sheetAddress === address}
          onOpenChange={() => {
            setSheetAddress(null);
          }}
          label={t("openBuckets")}
          closeLabel={common("close")}
        >
          {nav}
        </Sheet>
        <Pages />
      </div>
      <AccountDialogs isFormOpen={isFormOpen} onFormOpenChange={setFormOpen} />
    </div>
  );
}
