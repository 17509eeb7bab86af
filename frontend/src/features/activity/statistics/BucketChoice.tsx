/** All buckets, or one of those that something was done in. */
import { useTranslations } from "use-intl";
import { Select } from "@/ui/Select";

export interface BucketChoiceProps {
  /** Null: all of them. */
  readonly bucket: string | null;
  readonly buckets: readonly string[];
  readonly onChange: (bucket: string | null) => void;
}

export function BucketChoice({ bucket, buckets, onChange }: BucketChoiceProps) {
  const t = useTranslations("statistics.bucket");
  const names = [...new Set(bucket === null ? buckets : [...buckets, bucket])].sort();
  return (
    <div className="min-w-44 max-sm:w-full">
      <Select
        label={t("label")}
        value={bucket ?? ""} // no bucket has an empty name
        options={[
          { value: "", label: t("all") },
          ...names.map((name) => ({ value: name, label: name })),
        ]}
        onChange={(name) => {
          onChange(name === "" ? null : name);
        }}
      />
    </div>
  );
}
