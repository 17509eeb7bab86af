/** Buckets opened by name, each with a way to forget it. */
import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/ui/IconButton";
import { BucketLink, type BucketLinkProps } from "./BucketLink";
import { BucketSection } from "./BucketSection";

export interface RememberedBucketsProps {
  readonly names: readonly string[];
  readonly linkTo: (name: string) => BucketLinkProps;
  readonly onForget: (name: string) => void;
}

export function RememberedBuckets({ names, linkTo, onForget }: RememberedBucketsProps) {
  const t = useTranslations("buckets");
  if (names.length === 0) return null;
  return (
    <BucketSection title={t("remembered")}>
      {names.map((name) => (
        <li key={name} className="flex items-center">
          <BucketLink {...linkTo(name)} />
          <IconButton
            label={t("forget", { name })}
            icon={<X size={16} aria-hidden />}
            onPress={() => {
              onForget(name);
            }}
          />
        </li>
      ))}
    </BucketSection>
  );
}
