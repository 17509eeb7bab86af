/** Actions by places: a grid whose cells tell the verdict; the arrow keys walk through them. */
import { Fragment } from "react";
import { useTranslations } from "use-intl";
import { useMediaQuery } from "@/ui/useMediaQuery";
import type { ActionGroup } from "./actionGroups";
import { moveThroughCells } from "./cellKeys";
import { MatrixCell } from "./MatrixCell";
import type { PlaceAnswer, Question } from "./placeAnswer";
import { PlaceHeading } from "./PlaceHeading";
import { isSamePlace, placeName } from "./placeName";
import type { Place } from "./useEffective";

export interface PermissionMatrixProps {
  readonly groups: readonly ActionGroup[];
  readonly columns: readonly PlaceAnswer[];
  readonly selected: Question | null;
  readonly onSelect: (question: Question) => void;
  readonly onRemove: (place: Place) => void;
  readonly hrefOf: (place: Place) => string;
}

const code = "font-mono text-xs text-ink-soft";

export function PermissionMatrix(props: PermissionMatrixProps) {
  const { groups, columns, selected, onSelect } = props;
  const t = useTranslations("permissionsPage");
  const isRoomy = useMediaQuery("(min-width: 1280px)"); // the breakpoint xl
  // With many places or little room, AWS's names make way for them.
  const isCrowded = columns.length > (isRoomy ? 2 : 1);
  const tabStop = tabStopOf(props);
  return (
    <div className="relative overflow-x-auto rounded-md border border-line">
      <table
        role="grid"
        aria-label={t("matrix")}
        onKeyDown={moveThroughCells}
        className="w-full border-collapse text-left"
      >
        <thead className="border-b border-line bg-surface">
          <tr>
            <th
              scope="col"
              className="sticky left-0 z-1 bg-surface px-3 text-xs font-medium text-ink-soft"
            >
              {t("action")}
            </th>
            {!isCrowded && (
              <th scope="col" className="px-3 text-xs font-medium text-ink-soft">
                {t("awsAction")}
              </th>
            )}
            {columns.map(({ place }) => (
              <PlaceHeading
                key={placeName(place)}
                place={place}
                href={props.hrefOf(place)}
                onRemove={props.onRemove}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ name, actions }) => (
            <Fragment key={name}>
              <tr className="border-t border-line">
                <th
                  scope="colgroup"
                  colSpan={columns.length + (isCrowded ? 1 : 2)}
                  className="px-3 pt-2 pb-1 text-xs font-medium text-ink-soft"
                >
                  <span className="sticky left-3">{t(`groups.${name}`)}</span>
                </th>
              </tr>
              {actions.map((action) => (
                <tr key={action} className="group hover:bg-surface">
                  <th
                    scope="row"
                    className="sticky left-0 z-1 h-row bg-canvas px-3 py-1 font-normal whitespace-nowrap group-hover:bg-surface"
                  >
                    {t(`actions.${action}`)}
                    {isCrowded && (
                      <code className={`block max-w-44 wrap-anywhere whitespace-normal ${code}`}>
                        {action}
                      </code>
                    )}
                  </th>
                  {!isCrowded && (
                    <td className="px-3">
                      <code className={`whitespace-nowrap ${code}`}>{action}</code>
                    </td>
                  )}
                  {columns.map((column) => (
                    <MatrixCell
                      key={placeName(column.place)}
                      column={column}
                      action={action}
                      isSelected={isSame(selected, { action, place: column.place })}
                      isTabStop={isSame(tabStop, { action, place: column.place })}
                      onSelect={onSelect}
                    />
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function isSame(one: Question | null, other: Question): boolean {
  return one !== null && one.action === other.action && isSamePlace(one.place, other.place);
}

/** The Tab key comes to the chosen cell, else to the first that has an answer. */
function tabStopOf({ selected, columns }: PermissionMatrixProps): Question | null {
  const answered = columns.filter(({ answer }) => answer !== undefined);
  const isThere = answered.some(({ place }) => selected && isSamePlace(place, selected.place));
  if (isThere) return selected;
  return answered[0] ? { action: "s3:ListBucket", place: answered[0].place } : null;
}
