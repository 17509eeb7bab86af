/** The buckets over the page, on a screen too narrow to have them beside it. */
import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/ui/IconButton";
import { Sheet } from "@/ui/Sheet";
import { Sidebar } from "./Sidebar";

export function BucketSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations("app");
  const common = useTranslations("common");
  const closeButton = (
    <IconButton slot="close" label={common("close")} icon={<X size={16} aria-hidden />} />
  );
  return (
    <Sheet isOpen onOpenChange={onClose} label={t("openBuckets")}>
      <Sidebar end={closeButton} />
    </Sheet>
  );
}
