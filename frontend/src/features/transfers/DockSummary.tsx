/** The dock's first line: how many transfers stand where, how fast all go, and how long it takes. */
import { ChevronDown, ChevronUp } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { TransferTotals } from "@/transfer/transfers";
import { IconButton } from "@/ui/IconButton";
import { ProgressBar } from "@/ui/ProgressBar";
import { formatSpeed } from "@/ui/size";
import { paceOf } from "./pace";
import { percentOf } from "./progress";
import { useDuration } from "./useDuration";

export interface DockSummaryProps {
  readonly totals: TransferTotals;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** Opens the dialog for the first conflict. */
  readonly onDecide: () => void;
  /** What can be done with all of them. */
  readonly actions: ReactNode;
}

export function DockSummary({ totals, isOpen, onToggle, onDecide, actions }: DockSummaryProps) {
  const t = useTranslations("transfers");
  const Chevron = isOpen ? ChevronDown : ChevronUp;
  return (
    // The actions take a line of their own where they do not fit; the chevron stays in the first.
    <header className="relative flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 py-1 pr-2 pl-3 lg:pr-12">
      <div className="flex min-h-control w-full min-w-0 grow flex-wrap items-center gap-x-3 gap-y-1 max-lg:pr-10 sm:flex-nowrap lg:w-auto">
        <h2 tabIndex={-1} className="shrink-0 rounded-sm font-semibold">
          {t("dock")}
        </h2>
        <Counts totals={totals} onDecide={onDecide} />
        {totals.active + totals.waiting > 0 && <Overall totals={totals} />}
        <Pace totals={totals} />
      </div>
      <div className="ml-auto flex flex-wrap justify-end gap-2 empty:hidden">{actions}</div>
      <div className="absolute top-1 right-2">
        <IconButton
          label={t(isOpen ? "collapse" : "expand")}
          icon={<Chevron size={16} aria-hidden />}
          aria-expanded={isOpen}
          onPress={onToggle}
        />
      </div>
    </header>
  );
}

const kinds = ["active", "waiting", "paused", "failed", "done", "cancelled", "skipped"] as const;

function Counts({ totals, onDecide }: Pick<DockSummaryProps, "totals" | "onDecide">) {
  const t = useTranslations("transfers.counts");
  const status = useTranslations("transfers.status");
  const shown = kinds.filter((kind) => totals[kind] > 0);
  return (
    <div className="flex min-w-0 flex-1 items-center gap-x-2 text-ink-soft sm:flex-auto">
      {totals.conflicts > 0 && (
        <button
          type="button"
          onClick={onDecide}
          className="min-h-7 shrink-0 rounded-sm bg-decision-wash px-2 font-medium text-decision-ink"
        >
          {t("conflict", { count: totals.conflicts })}
        </button>
      )}
      {totals.offline && <p className="shrink-0 font-medium">{status("offline")}</p>}
      <p className="min-w-0 truncate">
        {shown.map((kind, index) => (
          <Fragment key={kind}>
            {index > 0 && " · "}
            <span>{t(kind, { count: totals[kind] })}</span>
          </Fragment>
        ))}
      </p>
    </div>
  );
}

/** All that waits, moves or is done, in one bar. */
function Overall({ totals }: { readonly totals: TransferTotals }) {
  const t = useTranslations("transfers");
  return (
    <div className="order-last w-full sm:order-none sm:w-40 sm:min-w-24 sm:shrink-[99]">
      <ProgressBar
        label={t("overall")}
        percent={percentOf(totals.movedBytes, totals.bytes, false)}
        tone={totals.offline ? "quiet" : "accent"}
      />
    </div>
  );
}

/** Of fixed width, so that changing numbers move nothing. */
function Pace({ totals }: { readonly totals: TransferTotals }) {
  const t = useTranslations("transfers");
  const duration = useDuration();
  // All is here once the last are only verified and saved, whose speed says nothing.
  const pace = totals.movedBytes < totals.bytes ? paceOf(totals) : null;
  return (
    <p className="hidden shrink-0 gap-3 text-right whitespace-nowrap sm:flex">
      <span className="w-20">{pace !== null && formatSpeed(pace.bytesPerSecond)}</span>
      <span className="w-36 text-ink-soft">
        {pace?.remainingSeconds != null &&
          t("remaining", { time: duration(pace.remainingSeconds) })}
      </span>
    </p>
  );
}
