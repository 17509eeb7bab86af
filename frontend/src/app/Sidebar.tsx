/** What stands beside the page, or in a sheet on a phone: the buckets, and the other pages below them. */
import { ChartColumn, Settings, ShieldCheck, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Link, useLocation, useRoute, useSearchParams } from "wouter";
import { useAccount } from "@/features/accounts/AccountContext";
import { BucketNav } from "@/features/buckets/BucketNav";
import { ownerOf } from "./accountTransfers";
import {
  anyBucketPattern,
  bucketPath,
  permissionsPath,
  permissionsPattern,
  settingsPattern,
  statisticsPattern,
} from "./routes";

/** `end` stands at the end of the heading's row. */
export function Sidebar({ end }: { readonly end?: ReactNode }) {
  const { account } = useAccount();
  const [, navigate] = useLocation();
  const [, route] = useRoute(anyBucketPattern);
  const owner = ownerOf(account);
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="min-h-0 flex-1">
        <BucketNav
          key={owner}
          account={owner}
          current={route?.bucket ?? null}
          hrefOf={bucketPath}
          onOpen={(bucket) => {
            navigate(bucketPath(bucket));
          }}
          end={end}
        />
      </div>
      <PageNav bucket={route?.bucket} />
    </div>
  );
}

function PageNav({ bucket }: { readonly bucket: string | undefined }) {
  const t = useTranslations("app");
  const [search] = useSearchParams();
  return (
    <nav aria-label={t("pages")} className="border-t border-line p-2">
      <PageLink
        pattern={permissionsPattern}
        href={permissionsPath(bucket, search.get("prefix") ?? "")}
        Icon={ShieldCheck}
      >
        {t("permissions")}
      </PageLink>
      <PageLink pattern={statisticsPattern} href={statisticsPattern} Icon={ChartColumn}>
        {t("statistics")}
      </PageLink>
      <PageLink pattern={settingsPattern} href={settingsPattern} Icon={Settings}>
        {t("settings")}
      </PageLink>
    </nav>
  );
}

interface PageLinkProps {
  /** The address of the page, however it is reached. */
  readonly pattern: string;
  readonly href: string;
  readonly Icon: LucideIcon;
  readonly children: string;
}

function PageLink({ pattern, href, Icon, children }: PageLinkProps) {
  const [isCurrent] = useRoute(pattern);
  return (
    <Link
      href={href}
      aria-current={isCurrent ? "page" : undefined}
      className="flex h-row items-center gap-2 rounded-md px-2 hover:bg-hover aria-[current=page]:bg-selected aria-[current=page]:font-medium"
    >
      <Icon size={16} aria-hidden className="shrink-0 text-ink-soft" />
      {children}
    </Link>
  );
}
