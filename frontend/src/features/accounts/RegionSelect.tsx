/** The region in which STS is asked: the server's own by default. */
import { useTranslations } from "use-intl";
import { useConfig } from "@/api/useConfig";
import { Select } from "@/ui/Select";
import { commercialRegions } from "./regions";

export interface RegionSelectProps {
  /** Empty: the server's default. */
  readonly value: string;
  readonly onChange: (region: string) => void;
  readonly error?: string | undefined;
}

export function RegionSelect({ value, onChange, error }: RegionSelectProps) {
  const t = useTranslations("accounts");
  const { data: config } = useConfig();
  const allowed = config?.buckets.allowedRegions ?? [];
  const regions = allowed.length > 0 ? allowed : commercialRegions;
  const known = value === "" || regions.includes(value) ? regions : [...regions, value];
  const byDefault = t("regionDefault", { region: config?.buckets.defaultRegion ?? "…" });
  return (
    <Select
      name="region"
      label={t("region")}
      value={value}
      options={[
        { value: "", label: byDefault },
        ...known.map((region) => ({ value: region, label: region })),
      ]}
      onChange={onChange}
      error={error}
    />
  );
}
