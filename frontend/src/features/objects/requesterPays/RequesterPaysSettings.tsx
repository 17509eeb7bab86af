/** The buckets that are opened at the person's own cost, each with a way back. */
import { useTranslations } from "use-intl";
import { Button } from "@/ui/Button";
import { useRequesterPays } from "./useRequesterPays";

/** `owner` as in `useRequesterPays`. */
export function RequesterPaysSettings({ owner }: { readonly owner: string }) {
  const t = useTranslations("requesterPays");
  const { buckets, withdraw } = useRequesterPays(owner);
  return (
    <div className="flex flex-col gap-2">
      <p className="text-ink-soft">{t(buckets.length === 0 ? "none" : "costs")}</p>
      <ul className="empty:hidden">
        {buckets.map((bucket) => (
          <li
            key={bucket}
            className="flex min-h-row items-center justify-between gap-4 border-b border-line py-1 last:border-0"
          >
            <span className="min-w-0 font-mono text-xs wrap-anywhere">{bucket}</span>
            <Button
              aria-label={t("withdrawFrom", { bucket })}
              onPress={() => {
                withdraw(bucket);
              }}
            >
              {t("withdrawShort")}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
