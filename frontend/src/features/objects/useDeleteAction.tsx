/** The way from the button or the Delete key to the dialog and back to the list. */
import { Suspense, useEffect, useEffectEvent, useState, type ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { lazyWithWords } from "@/locales/lazyWithWords";
import { preloadPageWords } from "@/locales/PageWords";
import type { Deletion } from "./deletion";
import type { Entry } from "./entry";
import type { Gates } from "./gates";
import type { Selection } from "./selection";
import type { Place } from "./useListing";
import { useRefusalNotice } from "./useRefusalNotice";

const loadDialog = async () => (await import("./DeleteDialog")).DeleteDialog;
const DeleteDialog = lazyWithWords(loadDialog);

export interface DeleteActionOptions {
  readonly place: Place;
  readonly selection: Selection;
  readonly gates: Gates;
  /** Why there is nothing to delete; null when there is. */
  readonly nothingSelected: string | null;
  readonly onDeleteDenied: () => void;
  readonly onDeleted: (count: number) => void;
  /** Where the focus goes once something is gone. */
  readonly focusList: () => void;
}

export interface DeleteAction {
  /** Opens the dialog, or says why it does not. */
  readonly ask: () => void;
  /** What the last deletion here came to; empty before. */
  readonly said: string;
  readonly notice: ReactNode;
  readonly dialog: ReactNode;
}

/** What happened at one place; it is over when the place changes. */
interface Happened {
  readonly at: string;
  readonly asked: readonly Entry[] | null;
  readonly said: string;
}

export function useDeleteAction(options: DeleteActionOptions): DeleteAction {
  const { place, selection, gates, nothingSelected, onDeleteDenied, onDeleted, focusList } =
    options;
  const locale = useLocale();
  const outcome = useOutcomeText();
  const before: Happened = {
    at: place.bucket + "/" + place.prefix,
    asked: null,
    said: "",
  };
  const [kept, setHappened] = useState(before);
  const [left, setLeft] = useState(0);
  const onLeft = useEffectEvent(focusList);
  // The row that had the focus may be gone, and the dialog would give it back to nothing.
  useEffect(() => {
    if (left > 0) onLeft();
  }, [left]);
  const hasSelection = selection.chosen.size > 0;
  // Before it is asked for, so that the dialog opens at once.
  useEffect(() => {
    if (!hasSelection) return;
    preloadPageWords(locale);
    loadDialog().catch(() => undefined); // told when it is opened
  }, [hasSelection, locale]);
  const happened = kept.at === before.at ? kept : before;
  const refusal = gates.delete ?? nothingSelected;
  const refused = useRefusalNotice(before.at, refusal, gates.delete !== null && gates.more);

  const ask = () => {
    if (refusal !== null) refused.tell();
    const asked = refusal === null ? [...selection.chosen.values()] : null;
    setHappened({ ...before, asked });
  };
  const close = (deletion: Deletion | null) => {
    setHappened({ ...before, said: deletion === null ? "" : outcome(deletion) });
    if (deletion !== null) setLeft(left + 1);
  };

  return {
    ask,
    said: happened.said,
    notice: refused.notice,
    dialog: happened.asked !== null && (
      <Suspense>
        <DeleteDialog
          place={place}
          entries={happened.asked}
          onClose={close}
          onDenied={onDeleteDenied}
          onDeleted={onDeleted}
        />
      </Suspense>
    ),
  };
}

function useOutcomeText(): (deletion: Deletion) => string {
  const t = useTranslations("deletion"); // here with the dialog
  return ({ deleted, markers }) => {
    if (deleted === 0) return "";
    const said = t("deleted", { count: deleted });
    return markers === 0 ? said : `${said}. ${t("markers")}`;
  };
}
