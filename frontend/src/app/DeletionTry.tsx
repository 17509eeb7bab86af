/** The offer to try a deletion, with its words; loaded by who opens the reason of a button that is off. */
import { lazy, Suspense } from "react";
import type { TryDeletionProps } from "@/features/permissions/TryDeletion";
import { PageWords } from "@/locales/PageWords";

const TryDeletion = lazy(async () => ({
  default: (await import("@/features/permissions/TryDeletion")).TryDeletion,
}));

export function DeletionTry(props: TryDeletionProps) {
  return (
    <Suspense>
      <PageWords>
        <TryDeletion {...props} />
      </PageWords>
    </Suspense>
  );
}
