/** Saves what is shown as a CSV file. */
import { Download } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/Button";
import type { Range } from "./period";
import type { DayCounts } from "./sums";

export interface ExportButtonProps {
  readonly range: Range;
  readonly bucket: string | null;
  readonly counts: readonly DayCounts[];
}

export function ExportButton({ range, bucket, counts }: ExportButtonProps) {
  const t = useTranslations("statistics");
  const save = async () => {
    const { csvName, csvOf } = await import("./csv");
    saveAs(csvName(range, bucket), new Blob([csvOf(counts)], { type: "text/csv;charset=utf-8" }));
  };
  return (
    <Button icon={<Download size={16} aria-hidden />} onPress={() => void save()}>
      {t("export")}
    </Button>
  );
}

function saveAs(name: string, blob: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
