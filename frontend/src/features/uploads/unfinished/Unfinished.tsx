/** What earlier uploads have left at S3: to go on with, to abort, and the rule that ends them by itself. */
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from "react";
import { useTranslations } from "use-intl";
import { pickFiles } from "@/transfer/pickFiles";
import type { CompletedTransfer, Transfers } from "@/transfer/transfers";
import type { Abortion } from "./abortion";
import { AbortOlderDialog } from "./AbortOlderDialog";
import { AbortOneDialog } from "./AbortOneDialog";
import { Lifetime } from "./Lifetime";
import type { Refusals } from "./refusals";
import type { Place, UnfinishedUpload } from "./unfinished";
import { UnfinishedContent } from "./UnfinishedContent";
import { UnfinishedHeader } from "./UnfinishedHeader";
import { UnfinishedToolbar } from "./UnfinishedToolbar";
import { useAbortion } from "./useAbortion";
import { useUnfinished, type Listing } from "./useUnfinished";
import { useWork } from "./useWork";

export interface UnfinishedProps extends Place {
  readonly backHref: string;
  /** The same page for all of the bucket. */
  readonly wholeHref: string;
  readonly transfers: Pick<
    Transfers,
    "subscribe" | "getSnapshot" | "continueLeftover" | "onCompleted"
  >;
  readonly refusals: Refusals;
}

export function Unfinished(props: UnfinishedProps) {
  const { bucket, prefix, transfers, refusals } = props;
  const place = { bucket, prefix };
  const outcome = useOutcomeText();
  const listing = useUnfinished(place);
  const work = useWork(transfers, bucket);
  const aborting = useAbortion(place);
  const [asked, setAsked] = useState<UnfinishedUpload | "older" | null>(null);
  const [ended, setEnded] = useState<Abortion | null>(null);
  const heading = useFocusAfter(ended);
  useRefreshWhenDone(transfers, bucket, listing);

  const close = (abortion: Abortion | null) => {
    setAsked(null);
    if (abortion !== null) setEnded(abortion);
  };
  const resume = async ({ key, uploadId }: UnfinishedUpload) => {
    const [file] = (await pickFiles()).files;
    if (file !== undefined) transfers.continueLeftover({ bucket, key, uploadId }, file);
  };
  const dialog = { place, aborting, onClose: close };
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 p-4 pb-12">
        <UnfinishedHeader place={place} backHref={props.backHref} headingRef={heading} />
        <div className="flex flex-col gap-2">
          <UnfinishedToolbar
            {...{ listing, refusals }}
            said={ended === null ? "" : outcome(ended)}
            onAbortOlder={() => {
              setAsked("older");
            }}
          />
          <UnfinishedContent
            {...{ place, listing, work, refusals }}
            wholeHref={props.wholeHref}
            failures={aborting.failures}
            onResume={(upload) => void resume(upload)}
            onAbort={setAsked}
          />
        </div>
        {listing.lifetime && <Lifetime bucket={bucket} lifetime={listing.lifetime} />}
      </div>
      {asked === "older" && <AbortOlderDialog {...dialog} listing={listing} work={work} />}
      {asked !== null && asked !== "older" && <AbortOneDialog {...dialog} upload={asked} />}
    </div>
  );
}

/** The row that had the focus may be gone, and the dialog would give it back to nothing. */
function useFocusAfter(ended: Abortion | null): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (ended !== null) heading.current?.focus();
  }, [ended]);
  return heading;
}

function useOutcomeText(): (ended: Abortion) => string {
  const t = useTranslations("unfinished");
  return ({ aborted, failures, untried }) =>
    t("outcome", { aborted, failed: failures.size, untried });
}

/** An upload of this list that is complete is unfinished no longer. */
function useRefreshWhenDone(
  transfers: Pick<Transfers, "onCompleted">,
  bucket: string,
  listing: Listing,
): void {
  const onDone = useEffectEvent((done: CompletedTransfer) => {
    if (done.bucket !== bucket || !listing.uploads.some(({ key }) => key === done.key)) return;
    void listing.refetch();
  });
  useEffect(() => transfers.onCompleted(onDone), [transfers]);
}
