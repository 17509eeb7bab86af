/** Places whose permissions could not be asked, each with a way to ask again. */
import { useTranslations } from "use-intl";
import { FailurePanel } from "@/locales/FailurePanel";
import { Button } from "@/ui/Button";
import type { PlaceAnswer } from "./placeAnswer";
import { placeName } from "./placeName";

export function PlaceFailures({ columns }: { readonly columns: readonly PlaceAnswer[] }) {
  const t = useTranslations("permissionsPage");
  const common = useTranslations("common");
  return columns.map(({ place, error, retry }) => {
    const name = placeName(place);
    return (
      error && (
        <section key={name} aria-label={name} className="flex max-w-2xl flex-col gap-1">
          <h2 className="font-medium">{t("placeFailed", { place: name })}</h2>
          <FailurePanel
            error={error}
            actions={<Button onPress={retry}>{common("retry")}</Button>}
          />
        </section>
      )
    );
  });
}
