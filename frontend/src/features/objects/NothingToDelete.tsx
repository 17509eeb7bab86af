/** The dialog of a deletion that cannot begin: its files could not be counted, are too many, or are gone. */
import { useTranslations } from "use-intl";
import type { ApiError } from "@/api/ApiError";
import { useErrorText } from "@/locales/useErrorText";
import { AlertDialog } from "@/ui/AlertDialog";
import { Button } from "@/ui/Button";
import { ErrorPanel } from "@/ui/ErrorPanel";
import { mostKeys } from "./treeCount";

export interface NothingToDeleteProps {
  readonly state:
    { readonly kind: "too-many" | "gone" } | { readonly kind: "failed"; readonly error: ApiError };
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

export function NothingToDelete({ state, onRetry, onClose }: NothingToDeleteProps) {
  const t = useTranslations("deletion");
  const common = useTranslations("common");
  const describe = useErrorText();
  return (
    <AlertDialog
      isOpen
      onOpenChange={onClose}
      title={t(`cannot.${state.kind}.title`)}
      actions={
        <>
          {state.kind === "failed" && <Button onPress={onRetry}>{common("retry")}</Button>}
          <Button autoFocus onPress={onClose}>
            {common("close")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p>{t(`cannot.${state.kind}.body`, { most: mostKeys })}</p>
        {state.kind === "failed" && <ErrorPanel {...describe(state.error)} />}
      </div>
    </AlertDialog>
  );
}
