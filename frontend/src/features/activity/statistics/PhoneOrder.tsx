/** How a phone chooses the order of a table whose header it has no room for. */
import { useTranslations } from "use-intl";
import { Select } from "@/ui/Select";
import { firstOrder, type Column, type Order } from "./order";

export interface PhoneOrderProps {
  readonly columns: readonly Column[];
  readonly order: Order;
  readonly onChange: (order: Order) => void;
}

export function PhoneOrder({ columns, order, onChange }: PhoneOrderProps) {
  const t = useTranslations("statistics");
  return (
    <div className="sm:hidden">
      <Select
        label={t("sort")}
        value={order.column}
        options={columns.map((column) => ({ value: column, label: t(`names.${column}`) }))}
        onChange={(column) => {
          onChange(firstOrder(column));
        }}
      />
    </div>
  );
}
