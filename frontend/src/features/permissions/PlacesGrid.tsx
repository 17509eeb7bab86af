/** On a wide window: the matrix, and beside it the reason of the chosen cell. */
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { groupsIn } from "./actionGroups";
import { PermissionDetails, type PermissionDetailsProps } from "./PermissionDetails";
import { PermissionMatrix } from "./PermissionMatrix";
import type { PlaceAnswer, Question } from "./placeAnswer";
import { isSamePlace, placeName } from "./placeName";
import { permissionOf, type Place } from "./useEffective";
import { VerdictMark } from "./VerdictMark";

export interface PlacesProps extends Pick<PermissionDetailsProps, "openerOf"> {
  readonly columns: readonly PlaceAnswer[];
  /** The place that was added last. */
  readonly latest: Place | null;
  readonly onRemove: (place: Place) => void;
  readonly hrefOf: (place: Place) => string;
  readonly corsHrefOf: (bucket: string) => string;
}

export function PlacesGrid({ columns, openerOf, corsHrefOf, ...matrix }: PlacesProps) {
  const [selected, setSelected] = useState<Question | null>(null);
  const answers = columns.flatMap(({ answer }) => answer ?? []);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_14rem] items-start gap-4 xl:grid-cols-[minmax(0,1fr)_16rem]">
      <PermissionMatrix
        {...matrix}
        groups={groupsIn(answers)}
        columns={columns}
        selected={selected}
        onSelect={setSelected}
      />
      <Reason question={selected} columns={columns} openerOf={openerOf} corsHrefOf={corsHrefOf} />
    </div>
  );
}

interface ReasonProps extends Pick<PlacesProps, "columns" | "corsHrefOf" | "openerOf"> {
  readonly question: Question | null;
}

function Reason({ question, columns, openerOf, corsHrefOf }: ReasonProps) {
  const t = useTranslations("permissionsPage");
  const id = useId();
  const column = columns.find(({ place }) => question && isSamePlace(place, question.place));
  const permission = question && permissionOf(column?.answer, question.action);
  return (
    <section
      aria-labelledby={id}
      className="sticky top-4 flex flex-col gap-2 rounded-md border border-line bg-surface p-3"
    >
      {question && permission ? (
        <>
          <h2 id={id} className="font-medium">
            {t(`actions.${question.action}`)}
          </h2>
          <p className="text-xs wrap-anywhere text-ink-soft">{placeName(question.place)}</p>
          <VerdictMark verdict={permission.verdict} />
          <PermissionDetails
            place={question.place}
            permission={permission}
            openerOf={openerOf}
            corsHref={corsHrefOf(question.place.bucket)}
          />
        </>
      ) : (
        <>
          <h2 id={id} className="font-medium">
            {t("details")}
          </h2>
          <p className="text-ink-soft">{t("detailsHint")}</p>
        </>
      )}
    </section>
  );
}
