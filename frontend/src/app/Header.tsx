/** The bar on top: product, account, language, theme, keys. */
import { CircleQuestionMark, Menu } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Link } from "wouter";
import { AccountMenu, type AccountMenuProps } from "@/features/accounts/AccountMenu";
import { IconButton } from "@/ui/IconButton";
import { useShortcuts } from "@/ui/useShortcuts";
import { Preferences } from "./Preferences";
import { ShortcutsDialog } from "./ShortcutsDialog";

export interface HeaderProps extends AccountMenuProps {
  readonly onOpenBuckets: () => void;
}

export function Header({ onOpenBuckets, ...account }: HeaderProps) {
  const t = useTranslations("app");
  const [isHelpOpen, setHelpOpen] = useState(false);
  useShortcuts({
    "?": () => {
      setHelpOpen(true);
    },
  });
  return (
    <header className="flex h-12 items-center gap-1 border-b border-line px-2 lg:px-4">
      <div className="lg:hidden">
        <IconButton
          label={t("openBuckets")}
          icon={<Menu size={16} aria-hidden />}
          onPress={onOpenBuckets}
        />
      </div>
      <Link href="/" className="hidden rounded-sm px-1 font-semibold whitespace-nowrap sm:block">
        {t("name")}
      </Link>
      <div className="min-w-0 flex-1 sm:px-4">
        <AccountMenu {...account} />
      </div>
      <Preferences />
      <div className="hidden sm:block">
        <IconButton
          label={t("shortcuts.help")}
          icon={<CircleQuestionMark size={16} aria-hidden />}
          onPress={() => {
            setHelpOpen(true);
          }}
        />
      </div>
      <ShortcutsDialog isOpen={isHelpOpen} onOpenChange={setHelpOpen} />
    </header>
  );
}
