/** Language and theme, at the end of the header. */
import { LanguageMenu } from "./LanguageMenu";
import { ThemeMenu } from "./ThemeMenu";

export function Preferences() {
  return (
    <div className="flex items-center gap-1">
      <LanguageMenu />
      <ThemeMenu />
    </div>
  );
}
