/** The offer to try a deletion, with its words; loaded by who opens the reason of a button that is off. */
import { TryDeletion, type TryDeletionProps } from "@/features/permissions/TryDeletion";
import { PageWords } from "@/locales/PageWords";

export function DeletionTry(props: TryDeletionProps) {
  return (
    <PageWords>
      <TryDeletion {...props} />
    </PageWords>
  );
}
