/** The app's one screen: header, buckets beside, the open bucket, transfers below. */
import { lazy, Suspense, useEffect, useState } from "react";
import { useLocation } from "wouter";
import { useAccount } from "@/features/accounts/AccountContext";
import { lazyWithWords } from "@/locales/lazyWithWords";
import { useMediaQuery } from "@/ui/useMediaQuery";
import { focusContent } from "./content";
import { Header } from "./Header";
import { MainArea } from "./MainArea";
import { Sidebar } from "./Sidebar";
import { SkipLink } from "./SkipLink";
import { useReset } from "./useReset";
import { Welcome } from "./Welcome";

const AccountDialogs = lazy(async () => ({
  default: (await import("./AccountDialogs")).AccountDialogs,
}));
const BucketSheet = lazy(async () => ({ default: (await import("./BucketSheet")).BucketSheet }));
const ResetDialog = lazyWithWords(async () => (await import("./ResetDialog")).ResetDialog);

const wide = "(min-width: 1024px)";

export interface ShellProps {
  /** Whether what had the focus has made way for this: the page gets it. */
  readonly takesFocus: boolean;
}

export function Shell({ takesFocus }: ShellProps) {
  const { account, refusal } = useAccount();
  const reset = useReset();
  const isWide = useMediaQuery(wide);
  const [isFormOpen, setFormOpen] = useState(false);
  const [address] = useLocation();
  // The sheet belongs to the address it was opened at: choosing a bucket closes it.
  const [sheetAddress, setSheetAddress] = useState<string | null>(null);
  useEffect(() => {
    if (takesFocus) focusContent();
  }, [takesFocus]);
  return (
    <div className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)]">
      <SkipLink />
      <Header
        onOpenBuckets={() => {
          setSheetAddress(address);
        }}
        onReset={reset.ask}
        onUseOwn={() => {
          setFormOpen(true);
        }}
      />
      <div className="grid min-h-0 grid-cols-[minmax(0,1fr)] lg:grid-cols-[240px_minmax(0,1fr)]">
        {isWide && (
          <aside className="min-h-0 border-r border-line bg-surface">
            <Sidebar />
          </aside>
        )}
        <MainArea home={isWide ? <Welcome /> : <Sidebar />} />
      </div>
      <Suspense>
        {sheetAddress === address && (
          <BucketSheet
            onClose={() => {
              setSheetAddress(null);
            }}
          />
        )}
      </Suspense>
      {reset.dialog.count > 0 && (
        <Suspense>
          <ResetDialog {...reset.dialog} />
        </Suspense>
      )}
      <Suspense>
        {(refusal !== null || (isFormOpen && account?.kind !== "keys")) && (
          <AccountDialogs isFormOpen={isFormOpen} onFormOpenChange={setFormOpen} />
        )}
      </Suspense>
    </div>
  );
}
