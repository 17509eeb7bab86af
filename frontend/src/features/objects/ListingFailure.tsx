/** A listing that could not be had, in the place of the list. */
import { useTranslations } from "use-intl";
import { FailurePanel } from "@/locales/FailurePanel";
import { Button } from "@/ui/Button";

export interface ListingFailureProps {
  readonly error: Error;
  readonly onRetry: () => void;
}

export function ListingFailure({ error, onRetry }: ListingFailureProps) {
  const t = useTranslations("common");
  return (
    <div className="mx-auto min-h-0 w-full max-w-xl flex-1 overflow-y-auto p-4">
      <FailurePanel error={error} actions={<Button onPress={onRetry}>{t("retry")}</Button>} />
    </div>
  );
}
