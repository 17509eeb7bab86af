/** One verdict of the matrix; its reason shows beside the matrix once it has the focus. */
import { useTranslations } from "use-intl";
import type { ShownAction } from "./actionGroups";
import type { PlaceAnswer, Question } from "./placeAnswer";
import { placeName } from "./placeName";
import { permissionOf, type ActionPermission, type Place } from "./useEffective";
import { useReasonText } from "./useReasonText";
import { VerdictMark } from "./VerdictMark";

export interface MatrixCellProps {
  readonly column: PlaceAnswer;
  readonly action: ShownAction;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly onSelect: (question: Question) => void;
}

export function MatrixCell({ column, ...props }: MatrixCellProps) {
  const { answer, error, place } = column;
  const permission = permissionOf(answer, props.action);
  return (
    <td className="px-1">
      {permission && <Answer {...props} place={place} permission={permission} />}
      {!permission && (answer || error) && <Nothing why={answer ? "none" : "failed"} />}
      {!answer && !error && (
        <span aria-hidden className="mx-2 block h-3 w-12 skeleton-appear rounded-sm bg-hover" />
      )}
    </td>
  );
}

interface AnswerProps extends Omit<MatrixCellProps, "column"> {
  readonly place: Place;
  readonly permission: ActionPermission;
}

function Answer({ place, permission, action, isSelected, isTabStop, onSelect }: AnswerProps) {
  const t = useTranslations("permissionsPage");
  const reasonText = useReasonText();
  const select = () => {
    onSelect({ action, place });
  };
  return (
    <button
      type="button"
      tabIndex={isTabStop ? 0 : -1}
      title={reasonText(permission)}
      aria-pressed={isSelected}
      aria-label={t("cell", {
        verdict: t(`verdicts.${permission.verdict}`),
        action: t(`actions.${action}`),
        place: placeName(place),
      })}
      // Safari does not focus a button that is clicked.
      onClick={select}
      onFocus={select}
      className="flex h-control w-full items-center rounded-md px-2 hover:bg-hover aria-pressed:bg-selected"
    >
      <VerdictMark verdict={permission.verdict} />
    </button>
  );
}

function Nothing({ why }: { readonly why: "none" | "failed" }) {
  const t = useTranslations("permissionsPage.verdicts");
  return (
    <span className="px-2 text-ink-off">
      <span aria-hidden>–</span>
      <span className="sr-only">{t(why)}</span>
    </span>
  );
}
