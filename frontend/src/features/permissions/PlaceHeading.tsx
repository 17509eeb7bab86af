/** The heading of a place's column: a link to it and a way to take the column out. */
import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { Link } from "wouter";
import { IconButton } from "@/ui/IconButton";
import { visibleName } from "@/ui/visibleName";
import { placeName } from "./placeName";
import type { Place } from "./useEffective";

export interface PlaceHeadingProps {
  readonly place: Place;
  readonly href: string;
  readonly onRemove: (place: Place) => void;
}

export function PlaceHeading({ place, href, onRemove }: PlaceHeadingProps) {
  const t = useTranslations("permissionsPage");
  return (
    <th scope="col" className="min-w-24 py-1 pr-1 pl-3 align-top font-normal">
      <div className="flex items-start justify-between gap-1">
        <Link href={href} title={placeName(place)} className="min-w-0 py-1 hover:underline">
          <span className="block max-w-36 truncate font-medium">{place.bucket}</span>
          <bdi className="block max-w-36 truncate text-xs text-ink-soft">
            {visibleName(`/${place.prefix}`)}
          </bdi>
        </Link>
        <IconButton
          label={t("removePlace", { place: placeName(place) })}
          icon={<X size={16} aria-hidden />}
          onPress={() => {
            onRemove(place);
          }}
        />
      </div>
    </th>
  );
}
