/** Which list it is and what shows of it: path, filter and refresh. */
import { RotateCw } from "lucide-react";
import type { RefObject } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/ui/IconButton";
import { SearchField } from "@/ui/SearchField";
import { Breadcrumb, type BreadcrumbProps } from "./Breadcrumb";

export interface ObjectToolbarProps extends BreadcrumbProps {
  readonly filter: string;
  readonly onFilter: (typed: string) => void;
  readonly filterInput: RefObject<HTMLInputElement | null>;
  /** Leaves the filter for the first row. */
  readonly onLeaveFilter: () => void;
  readonly isRefreshing: boolean;
  readonly onRefresh: () => void;
}

export function ObjectToolbar(props: ObjectToolbarProps) {
  const { filter, onFilter, filterInput, isRefreshing } = props;
  const t = useTranslations("objects");
  const common = useTranslations("common");
  return (
    <div className="flex flex-wrap items-center gap-2 px-3 pt-2 max-sm:border-b max-sm:border-line max-sm:pb-2">
      <Breadcrumb {...props} />
      <div
        className="min-w-0 flex-1 sm:w-56 sm:flex-none"
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") props.onLeaveFilter();
        }}
      >
        <SearchField
          label={t("filter")}
          clearLabel={common("clear")}
          value={filter}
          onChange={onFilter}
          inputRef={filterInput}
        />
      </div>
      <IconButton
        label={t(isRefreshing ? "refreshing" : "refresh")}
        icon={<RotateCw size={16} aria-hidden className={isRefreshing ? "animate-spin" : ""} />}
        onPress={props.onRefresh}
      />
    </div>
  );
}
