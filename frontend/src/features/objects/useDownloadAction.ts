/** The way from the button or the `d` key to downloads of what is selected. */
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { DownloadRequest } from "@/transfer/transfers";
import type { Gates } from "./gates";
import { partsOf, type Selection } from "./selection";
import type { Place } from "./useListing";
import { useRefusalNotice } from "./useRefusalNotice";

/** Milliseconds: within them a second press is the other half of a double click, or a key held down. */
const doublePress = 1000;

/** What a press came to: nothing begins without a folder, or where the browser refuses to write into it. */
export type DownloadStart = "begun" | "no-folder" | "refused";

export interface DownloadActionOptions {
  readonly place: Place;
  readonly selection: Selection;
  readonly gates: Gates;
  /** Why there is nothing to download; null when there is. */
  readonly nothingSelected: string | null;
  readonly onDownload: (request: DownloadRequest) => Promise<DownloadStart>;
  readonly prepareDownload: () => void;
}

export interface DownloadAction {
  /** Begins, or says why it does not. */
  readonly start: () => void;
  /** What came of it, as long as the selection is the same; else empty. */
  readonly said: string;
  readonly notice: ReactNode;
}

export function useDownloadAction(options: DownloadActionOptions): DownloadAction {
  const { place, selection, gates, nothingSelected, onDownload } = options;
  const t = useTranslations("downloads"); // here since something was selected
  const refusal = gates.download ?? nothingSelected;
  const refused = useRefusalNotice(
    `${place.bucket}/${place.prefix}`,
    refusal,
    gates.download !== null && gates.more,
  );
  const [said, setSaid] = useState({ of: selection, text: "" });
  const last = useRef({ of: null as Selection | null, at: 0 });

  const isPossible = refusal === null;
  const prepare = useEffectEvent(options.prepareDownload);
  useEffect(() => {
    if (isPossible) prepare();
  }, [isPossible]);

  const begin = async () => {
    const start = await onDownload(requestOf(place, selection));
    const text = start === "begun" ? t("begun") : t("notBegun", { why: start });
    setSaid({ of: selection, text });
  };
  const start = () => {
    if (refusal !== null) {
      refused.tell();
      return;
    }
    const now = performance.now();
    const isRepeated = last.current.of === selection && now - last.current.at < doublePress;
    last.current = { of: selection, at: now };
    if (!isRepeated) void begin();
  };
  return { start, said: said.of === selection ? said.text : "", notice: refused.notice };
}

function requestOf(place: Place, { chosen }: Selection): DownloadRequest {
  const { objects, prefixes } = partsOf(chosen.values());
  return {
    ...place,
    objects: objects.map(({ key, size }) => ({ key, size })),
    prefixes: prefixes.map(({ key }) => key),
  };
}
