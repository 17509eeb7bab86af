/** The bar on top: product, account, language, theme, keys. */
import { CircleQuestionMark, Menu } from "lucide-react";
import { Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { Link } from "wouter";
import { AccountMenu, type AccountMenuProps } from "@/features/accounts/AccountMenu";
import { lazyWithWords } from "@/locales/lazyWithWords";
import { IconButton } from "@/ui/IconButton";
import { useShortcuts } from "@/ui/useShortcuts";
import { Preferences } from "./Preferences";

const ShortcutsDialog = lazyWithWords(
  async () => (await import("./ShortcutsDialog")).ShortcutsDialog,
);

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
          label={t("help")}
          icon={<CircleQuestionMark size={16} aria-hidden />}
          onPress={() => {
            setHelpOpen(true);
          }}
        />
      </div>
      {isHelpOpen && (
        <Suspense>
          <ShortcutsDialog
            onClose={() => {
              setHelpOpen(false);
            }}
          />
        </Suspense>
      )}
    </header>
  );
}
