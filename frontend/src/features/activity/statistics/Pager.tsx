/** Which rows of a long table are shown, and the way to the others. */
import { useTranslations } from "use-intl";
import { GatedButton } from "@/ui/GatedButton";

export interface PagerProps {
  readonly count: number;
  /** Rows a page. */
  readonly size: number;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

export function Pager({ count, size, page, onPage }: PagerProps) {
  const t = useTranslations("statistics.pages");
  if (count <= size) return null;
  const last = Math.ceil(count / size) - 1;
  const to = Math.min((page + 1) * size, count);
  return (
    <div className="flex items-center gap-2">
      <p role="status" className="flex-1 text-xs text-ink-soft">
        {t("shown", { from: page * size + 1, to, count })}
      </p>
      <GatedButton
        disabledReason={page === 0 ? t("isFirst") : null}
        onPress={() => {
          onPage(page - 1);
        }}
      >
        {t("before")}
      </GatedButton>
      <GatedButton
        disabledReason={page === last ? t("isLast") : null}
        onPress={() => {
          onPage(page + 1);
        }}
      >
        {t("after")}
      </GatedButton>
    </div>
  );
}
