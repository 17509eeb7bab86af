/** In the place of a preview that could not be drawn: the rest of the page stays. */
import { useTranslations } from "use-intl";
import { Button } from "@/ui/Button";
import { ErrorPanel } from "@/ui/ErrorPanel";
import type { CrashProps } from "@/ui/ErrorBoundary";
import { isLoadFailure } from "@/ui/loadFailure";

export function BrokenPreview({ error, onRedraw }: CrashProps) {
  const t = useTranslations();
  if (!isLoadFailure(error)) {
    const retry = <Button onPress={onRedraw}>{t("common.retry")}</Button>;
    return (
      <ErrorPanel
        title={t("details.preview.unshowable")}
        body={t("details.preview.unshowableBody")}
        actions={retry}
      />
    );
  }
  const reload = (
    <Button
      onPress={() => {
        location.reload();
      }}
    >
      {t("app.reload")}
    </Button>
  );
  return <ErrorPanel title={t("app.loadFailed")} body={t("app.loadFailedBody")} actions={reload} />;
}
