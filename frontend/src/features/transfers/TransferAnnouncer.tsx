/** Tells screen readers what the transfers came to, once every two seconds at most. */
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { TransferTotals } from "@/transfer/transfers";
import { announcements } from "./announcements";

/** Milliseconds. */
const gatherFor = 2000;

export function TransferAnnouncer({ totals }: { readonly totals: TransferTotals }) {
  const t = useTranslations("transfers.announce");
  const told = useRef(totals);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [said, setSaid] = useState({ turn: 0, text: "" });

  const tell = useEffectEvent(() => {
    timer.current = undefined;
    const news = announcements(told.current, totals);
    told.current = totals;
    const text = news.map(({ about, count }) => t(about, { count })).join(". ");
    if (text !== "") setSaid(({ turn }) => ({ turn: turn + 1, text }));
  });
  useEffect(() => {
    if (told.current !== totals)
      timer.current ??= setTimeout(() => {
        tell();
      }, gatherFor);
  }, [totals]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );

  return (
    <div aria-live="polite" className="sr-only">
      {/* A new element each time, so that the same sentence is said again. */}
      <p key={said.turn}>{said.text}</p>
    </div>
  );
}
