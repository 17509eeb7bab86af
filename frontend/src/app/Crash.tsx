/** The page for a fault of ours: what it means for the files, and two ways on. */
import { useTranslations } from "use-intl";
import { Button } from "@/ui/Button";
import { ErrorPanel } from "@/ui/ErrorPanel";
import type { CrashProps } from "@/ui/ErrorBoundary";
import { isLoadFailure } from "@/ui/loadFailure";

export function Crash({ error, onRedraw }: CrashProps) {
  const t = useTranslations("app");
  const isLoad = isLoadFailure(error);
  return (
    <main className="mx-auto max-w-xl p-4 pt-16">
      <ErrorPanel
        title={t(isLoad ? "loadFailed" : "crashed")}
        body={t(isLoad ? "loadFailedBody" : "crashedBody")}
        actions={
          <>
            {!isLoad && <Button onPress={onRedraw}>{t("redraw")}</Button>}
            <Button
              variant="primary"
              onPress={() => {
                location.reload();
              }}
            >
              {t("reload")}
            </Button>
          </>
        }
      />
    </main>
  );
}
