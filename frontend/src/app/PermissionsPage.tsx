/** What the connected identity may do and why; loaded when it is first opened. */
import { useTranslations } from "use-intl";
import { useSearchParams } from "wouter";
import { useBuckets } from "@/features/buckets/useBuckets";
import { Permissions } from "@/features/permissions/Permissions";
import {
  readPermissionsAddress,
  writePermissionsAddress,
  type PermissionsAddress,
} from "./permissionsAddress";
import { bucketPath, corsPath } from "./routes";
import { useTitle } from "./useTitle";

export function PermissionsPage() {
  const t = useTranslations("permissionsPage");
  const [search, setSearch] = useSearchParams();
  const { buckets } = useBuckets();
  useTitle(t("title"));
  const address = readPermissionsAddress(search);
  const change = (part: Partial<PermissionsAddress>) => {
    setSearch(writePermissionsAddress({ ...address, ...part }), { replace: true });
  };
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <Permissions
        {...address}
        onPlaces={(places) => {
          change({ places });
        }}
        onView={(view) => {
          change({ view });
        }}
        hrefOf={({ bucket, prefix }) => bucketPath(bucket, prefix)}
        corsHrefOf={corsPath}
        bucketNames={buckets.map(({ name }) => name)}
      />
    </div>
  );
}
