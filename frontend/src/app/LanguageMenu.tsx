/** The switch between the languages, named in their own words. */
import { ChevronDown, Languages } from "lucide-react";
import { MenuTrigger } from "@/ui/Menu";
import { useTranslations } from "use-intl";
import type { Locale } from "@/locales/messages";
import { Button } from "@/ui/Button";
import { ChoiceMenu } from "@/ui/ChoiceMenu";
import { language, languages } from "./language";
import { useStoredChoice } from "./storedChoice";

const locales: readonly Locale[] = ["ko", "en"];

export function LanguageMenu() {
  const t = useTranslations("app");
  const current = useStoredChoice(language);
  return (
    <MenuTrigger>
      <Button
        variant="quiet"
        aria-haspopup="menu"
        aria-label={`${t("language")}: ${languages[current]}`}
      >
        <Languages size={16} aria-hidden className="text-ink-soft sm:hidden" />
        <span className="hidden items-center gap-2 sm:flex">
          {languages[current]}
          <ChevronDown size={16} aria-hidden className="text-ink-soft" />
        </span>
      </Button>
      <ChoiceMenu
        label={t("language")}
        value={current}
        options={locales.map((value) => ({ value, label: languages[value] }))}
        onChange={language.set}
      />
    </MenuTrigger>
  );
}
