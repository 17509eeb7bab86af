/** The buckets of the account, those opened by name and those that the deployment pins. */
import { RotateCw } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useConfig } from "@/api/useConfig";
import { IconButton } from "@/ui/IconButton";
import { SearchField } from "@/ui/SearchField";
import { AccountBuckets } from "./AccountBuckets";
import { BucketLink } from "./BucketLink";
import { BucketSection } from "./BucketSection";
import { ListingDenied } from "./ListingDenied";
import { OpenByName } from "./OpenByName";
import { RememberedBuckets } from "./RememberedBuckets";
import { useBuckets } from "./useBuckets";
import { useRememberedBuckets } from "./useRememberedBuckets";

export interface BucketNavProps {
  /** Whose buckets: names opened by hand are remembered under it. */
  readonly account: string;
  readonly current: string | null;
  readonly hrefOf: (bucket: string) => string;
  readonly onOpen: (bucket: string) => void;
  /** Stands at the end of the heading's row. */
  readonly end?: ReactNode;
}

export function BucketNav({ account, current, hrefOf, onOpen, end }: BucketNavProps) {
  const t = useTranslations("buckets");
  const common = useTranslations("common");
  const [search, setSearch] = useState("");
  const query = useBuckets();
  const remembered = useRememberedBuckets(account);
  const pinned = useConfig().data?.buckets.pinned ?? [];
  const linkTo = (name: string) => ({ name, href: hrefOf(name), isCurrent: name === current });
  const matches = (name: string) => name.includes(search.trim().toLowerCase());

  const openByName = (
    <OpenByName
      onOpen={(name) => {
        remembered.add(name);
        onOpen(name);
      }}
    />
  );

  return (
    <nav aria-label={t("title")} className="flex h-full min-h-0 flex-col gap-2 p-2">
      <div className="flex items-center justify-between pl-2">
        <h2 className="font-semibold">{t("title")}</h2>
        <div className="flex">
          <IconButton
            label={t("refresh")}
            icon={<RotateCw size={16} aria-hidden />}
            onPress={() => void query.refetch()}
          />
          {end}
        </div>
      </div>
      <SearchField
        label={t("search")}
        clearLabel={common("clear")}
        value={search}
        onChange={setSearch}
      />
      <div className="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto">
        {pinned.some(matches) && (
          <BucketSection title={t("pinned")}>
            {pinned.filter(matches).map((name) => (
              <li key={name}>
                <BucketLink {...linkTo(name)} />
              </li>
            ))}
          </BucketSection>
        )}
        <RememberedBuckets
          names={remembered.names.filter(matches)}
          linkTo={linkTo}
          onForget={remembered.remove}
        />
        {query.isDenied ? (
          <ListingDenied>{openByName}</ListingDenied>
        ) : (
          <AccountBuckets query={query} matches={matches} linkTo={linkTo} />
        )}
      </div>
      {!query.isPending && !query.isDenied && openByName}
    </nav>
  );
}
