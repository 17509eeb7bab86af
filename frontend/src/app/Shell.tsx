/** The app's one screen: header, buckets beside, the open bucket, transfers below. */
import { X } from "lucide-react";
import { Suspense, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useLocation } from "wouter";
import { lazyWithWords } from "@/locales/lazyWithWords";
import { IconButton } from "@/ui/IconButton";
import { Sheet } from "@/ui/Sheet";
import { useMediaQuery } from "@/ui/useMediaQuery";
import { AccountDialogs } from "./AccountDialogs";
import { focusContent } from "./content";
import { Header } from "./Header";
import { MainArea } from "./MainArea";
import { Sidebar } from "./Sidebar";
import { SkipLink } from "./SkipLink";
import { useReset } from "./useReset";
import { Welcome } from "./Welcome";

const ResetDialog = lazyWithWords(async () => (await import("./ResetDialog")).ResetDialog);

const wide = "(min-width: 1024px)";

export interface ShellProps {
  /** Whether what had the focus has made way for this: the page gets it. */
  readonly takesFocus: boolean;
}

export function Shell({ takesFocus }: ShellProps) {
  const t = useTranslations("app");
  const common = useTranslations("common");
  const reset = useReset();
  const isWide = useMediaQuery(wide);
  const [isFormOpen, setFormOpen] = useState(false);
  const [address] = useLocation();
  // The sheet belongs to the address it was opened at: choosing a bucket closes it.
  const [sheetAddress, setSheetAddress] = useState<string | null>(null);
  useEffect(() => {
    if (takesFocus) focusContent();
  }, [takesFocus]);
  const closeButton = (
    <IconButton slot="close" label={common("close")} icon={<X size={16} aria-hidden />} />
  );
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
      <Sheet
        isOpen={sheetAddress === address}
        onOpenChange={() => {
          setSheetAddress(null);
        }}
        label={t("openBuckets")}
      >
        <Sidebar end={closeButton} />
      </Sheet>
      {reset.dialog.count > 0 && (
        <Suspense>
          <ResetDialog {...reset.dialog} />
        </Suspense>
      )}
      <AccountDialogs isFormOpen={isFormOpen} onFormOpenChange={setFormOpen} />
    </div>
  );
}
