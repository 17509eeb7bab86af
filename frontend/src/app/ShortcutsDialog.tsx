/** The list of keys, which `?` opens. */
import { useTranslations } from "use-intl";
import { Dialog } from "@/ui/Dialog";
import { Kbd } from "@/ui/Kbd";

const shortcuts = [
  ["filter", ["/"]],
  ["upload", ["U"]],
  ["download", ["D"]],
  ["move", ["↑", "↓"]],
  ["ends", ["Home", "End"]],
  ["pages", ["Page Up", "Page Down"]],
  ["select", ["Space"]],
  ["range", ["Shift", "↑", "↓"]],
  ["all", ["Ctrl", "A"]],
  ["delete", ["Delete"]],
  ["open", ["Enter"]],
  ["details", ["I"]],
  ["up", ["Backspace"]],
  ["clear", ["Esc"]],
  ["help", ["?"]],
] as const;

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations("shortcuts");
  const common = useTranslations("common");
  return (
    <Dialog isOpen onOpenChange={onClose} title={t("title")} closeLabel={common("close")}>
      <dl>
        {shortcuts.map(([name, keys]) => (
          <div
            key={name}
            className="flex h-row items-center justify-between gap-4 border-b border-line last:border-0"
          >
            <dt>{t(name)}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
