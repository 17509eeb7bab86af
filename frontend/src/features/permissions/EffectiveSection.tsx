/** What the identity may do, action by action: a matrix of places, on a phone one place at a time. */
import { ShieldQuestionMark } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { EmptyState } from "@/ui/EmptyState";
import { useMediaQuery } from "@/ui/useMediaQuery";
import { AddPlace } from "./AddPlace";
import { PlaceFailures } from "./PlaceFailures";
import { isSamePlace } from "./placeName";
import { PlacesGrid, type PlacesProps } from "./PlacesGrid";
import { PlacesInTurn } from "./PlacesInTurn";
import { UnreadableSources, withoutRepeats } from "./UnreadableSources";
import type { Place } from "./useEffective";

const wide = "(min-width: 1024px)";

export interface EffectiveSectionProps extends Omit<PlacesProps, "latest" | "onRemove"> {
  readonly onPlaces: (places: readonly Place[]) => void;
  readonly bucketNames: readonly string[];
}

export function EffectiveSection({
  columns,
  onPlaces,
  bucketNames,
  ...props
}: EffectiveSectionProps) {
  const t = useTranslations("permissionsPage");
  const isWide = useMediaQuery(wide);
  const [latest, setLatest] = useState<Place | null>(null);
  const places = columns.map(({ place }) => place);
  const others = (place: Place) => places.filter((other) => !isSamePlace(other, place));
  const remove = (place: Place) => {
    onPlaces(others(place));
  };
  const add = (place: Place) => {
    onPlaces([...others(place), place]);
    setLatest(place);
  };
  const addPlace = (
    <AddPlace
      key={places[0]?.bucket}
      bucket={places[0]?.bucket ?? ""}
      bucketNames={bucketNames}
      onAdd={add}
    />
  );
  const Places = isWide ? PlacesGrid : PlacesInTurn;
  return (
    <div className="flex flex-col gap-4">
      {(isWide || columns.length === 0) && addPlace}
      <PlaceFailures columns={columns} />
      {columns.length === 0 ? (
        <EmptyState
          icon={<ShieldQuestionMark size={24} strokeWidth={1.5} aria-hidden />}
          title={t("noPlaces")}
        >
          {t("noPlacesBody")}
        </EmptyState>
      ) : (
        <Places {...props} columns={columns} latest={latest} onRemove={remove} />
      )}
      {!isWide && columns.length > 0 && addPlace}
      <UnreadableSources
        sources={withoutRepeats(columns.flatMap(({ answer }) => answer?.unreadable ?? []))}
      />
    </div>
  );
}
