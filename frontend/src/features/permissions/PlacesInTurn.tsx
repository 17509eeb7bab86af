/** On a narrow window: one place at a time, chosen from a list. */
import { X } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/ui/IconButton";
import { Select } from "@/ui/Select";
import { Skeleton } from "@/ui/Skeleton";
import { groupsIn } from "./actionGroups";
import { PermissionList } from "./PermissionList";
import { placeName } from "./placeName";
import type { PlacesProps } from "./PlacesGrid";

export function PlacesInTurn({ columns, latest, onRemove, openerOf, corsHrefOf }: PlacesProps) {
  const t = useTranslations("permissionsPage");
  const [chosen, setChosen] = useState({ name: "", since: latest });
  const [selected, setSelected] = useState<string | null>(null);
  // A place that is added is the one to look at.
  const wanted = latest !== null && chosen.since !== latest ? placeName(latest) : chosen.name;
  const column = columns.find(({ place }) => placeName(place) === wanted) ?? columns.at(-1);
  if (column === undefined) return null;
  const { place, answer, error } = column;
  const name = placeName(place);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-end gap-1">
        <div className="min-w-0 flex-1">
          <Select
            label={t("place")}
            value={name}
            options={columns.map((one) => ({
              value: placeName(one.place),
              label: placeName(one.place),
            }))}
            onChange={(value) => {
              setChosen({ name: value, since: latest });
            }}
          />
        </div>
        <IconButton
          label={t("removePlace", { place: name })}
          icon={<X size={16} aria-hidden />}
          onPress={() => {
            onRemove(place);
          }}
        />
      </div>
      {answer && (
        <PermissionList
          groups={groupsIn([answer])}
          place={place}
          answer={answer}
          selected={selected}
          onSelect={setSelected}
          openerOf={openerOf}
          corsHref={corsHrefOf(place.bucket)}
        />
      )}
      {!answer && !error && <Skeleton rows={8} label={t("loading")} />}
    </div>
  );
}
