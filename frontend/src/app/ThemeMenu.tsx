/** The switch between light, dark and the system's choice. */
import { Monitor, Moon, Sun } from "lucide-react";
import { MenuTrigger } from "@/ui/Menu";
import { useTranslations } from "use-intl";
import { ChoiceMenu } from "@/ui/ChoiceMenu";
import { IconButton } from "@/ui/IconButton";
import { useStoredChoice } from "./storedChoice";
import { theme, themes } from "./theme";

const icons = { system: Monitor, light: Sun, dark: Moon } as const;

export function ThemeMenu() {
  const t = useTranslations("app");
  const current = useStoredChoice(theme);
  const Icon = icons[current];
  return (
    <MenuTrigger>
      <IconButton aria-haspopup="menu" label={t("theme")} icon={<Icon size={16} aria-hidden />} />
      <ChoiceMenu
        label={t("theme")}
        value={current}
        options={themes.map((value) => ({ value, label: t(`themes.${value}`) }))}
        onChange={theme.set}
      />
    </MenuTrigger>
  );
}
