/** The names that S3 has for the bucket, and whether this page's requests get through to each. */
import { CircleAlert, CircleCheck, Unplug } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Address } from "@/transfer/adapters/examination";

const icons = { open: CircleCheck, blocked: CircleAlert, unreachable: Unplug };

export function AddressList({ addresses }: { readonly addresses: readonly Address[] }) {
  const t = useTranslations("corsPage.reach");
  return (
    <ul>
      {addresses.map(({ host, reach }) => {
        const Icon = icons[reach];
        return (
          <li key={host} className="flex flex-wrap items-center gap-x-2">
            <span className="font-mono text-xs select-text">{host}</span>
            <span className="flex items-center gap-1">
              <Icon
                size={16}
                aria-hidden
                className={reach === "open" ? "text-accent-ink" : "text-danger-ink"}
              />
              {t(reach)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
