/** Counts what will go, asks for the word "delete", deletes, and tells what did not go. */
import { DeletionAsked } from "./DeletionAsked";
import { DeletionEnded } from "./DeletionEnded";
import { isDenied, type Deletion } from "./deletion";
import type { Entry } from "./entry";
import { NothingToDelete } from "./NothingToDelete";
import { partsOf } from "./selection";
import { useDeletion } from "./useDeletion";
import type { Place } from "./useListing";
import { useTreeCount } from "./useTreeCount";

export interface DeleteDialogProps {
  readonly place: Place;
  readonly entries: readonly Entry[];
  /** Nothing is `null`: it was called off. */
  readonly onClose: (deletion: Deletion | null) => void;
  /** S3 has refused all of it: the identity may not delete here. */
  readonly onDenied: () => void;
  /** S3 has deleted so many objects. */
  readonly onDeleted: (count: number) => void;
}

export function DeleteDialog(props: DeleteDialogProps) {
  const { place, entries, onClose, onDenied, onDeleted } = props;
  const { state: counting, retry } = useTreeCount(place, entries);
  const { phase, deletion, isReread, start, stop, refresh } = useDeletion(place);
  const { objects, prefixes } = partsOf(entries);

  if (counting.kind === "too-many" || counting.kind === "failed") {
    return (
      <NothingToDelete
        state={counting}
        onRetry={retry}
        onClose={() => {
          onClose(null);
        }}
      />
    );
  }
  const { keys } = counting.count;
  if (counting.kind === "counted" && keys.length === 0) {
    const leave = () => {
      refresh();
      onClose(null);
    };
    return <NothingToDelete state={{ kind: "gone" }} onRetry={retry} onClose={leave} />;
  }
  if (phase === "ended") {
    const leave = () => {
      onClose(deletion);
    };
    return <DeletionEnded {...{ place, deletion, isReread }} total={keys.length} onClose={leave} />;
  }
  const confirm = async () => {
    const ended = await start(
      keys,
      prefixes.map(({ key }) => key),
    );
    if (ended.deleted > 0) onDeleted(ended.deleted);
    // Below a prefix it says nothing of this place.
    if (isDenied(ended) && objects.length > 0) onDenied();
    if (ended.failures.length === 0 && ended.untried === 0) onClose(ended);
  };
  return (
    <DeletionAsked
      {...{ place, counting, phase, deletion }}
      paths={prefixes.length}
      onConfirm={() => void confirm()}
      onStop={stop}
      onCancel={() => {
        onClose(null);
      }}
    />
  );
}
