/** Light, dark, or what the system says. */
import { storedChoice } from "./storedChoice";

export type Theme = "system" | "light" | "dark";

export const themes: readonly Theme[] = ["system", "light", "dark"];

export const theme = storedChoice<Theme>(localStorage, "s3loader.theme", themes, "system");

/** Keeps `<html data-theme>` at the choice; theme.css does the rest. */
export function applyTheme(root: HTMLElement): void {
  const apply = () => {
    root.dataset["theme"] = theme.get();
  };
  theme.subscribe(apply);
  apply();
}
