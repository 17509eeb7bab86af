/** Tells screen readers what the transfers came to, once every two seconds at most. */
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { TransferView } from "@/transfer/transfers";
import { announcements, tally } from "./announcements";

/** Milliseconds. */
const gatherFor = 2000;

export function TransferAnnouncer({ rows }: { readonly rows: readonly TransferView[] }) {
  const t = useTranslations();
  const told = useRef(rows);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [said, setSaid] = useState({ turn: 0, text: "" });

  const tell = useEffectEvent(() => {
    timer.current = undefined;
    const news = announcements(tally(told.current), tally(rows));
    told.current = rows;
    const text = news.map(({ sentence, count }) => t(sentence, { count })).join(". ");
    if (text !== "") setSaid(({ turn }) => ({ turn: turn + 1, text }));
  });
  useEffect(() => {
    if (told.current !== rows)
      timer.current ??= setTimeout(() => {
        tell();
      }, gatherFor);
  }, [rows]);
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
