/** The page at this address and the transfers below it, once the server has told its limits. */
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useConfig } from "@/api/useConfig";
import { useAccount } from "@/features/accounts/AccountContext";
import { TransferDock } from "@/features/transfers/TransferDock";
import { FailurePanel } from "@/locales/FailurePanel";
import { createBrowserTransfers } from "@/transfer/browser";
import { Button } from "@/ui/Button";
import { Skeleton } from "@/ui/Skeleton";
import { ownerOf } from "./accountTransfers";
import { useActivity } from "./ActivityContext";
import { ConsentQuestion } from "./ConsentQuestion";
import { useLocalFolder } from "./LocalFolderContext";
import { contentId, focusContent } from "./content";
import { Pages } from "./Pages";
import { corsPath } from "./routes";
import { useAccountTransfers } from "./TransfersContext";

export function MainArea({ home }: { readonly home: ReactNode }) {
  const t = useTranslations("common");
  const accountTransfers = useAccountTransfers();
  const folder = useLocalFolder();
  const { account } = useAccount();
  const config = useConfig();
  const activity = useActivity();
  if (config.error) {
    return (
      <main className="mx-auto w-full max-w-xl p-4">
        <FailurePanel
          error={config.error}
          actions={<Button onPress={() => void config.refetch()}>{t("retry")}</Button>}
        />
      </main>
    );
  }
  if (config.isPending) return <Skeleton label={t("loading")} />;
  const owner = ownerOf(account);
  const transfers = accountTransfers.current((api) => {
    const made = createBrowserTransfers(api, { config: config.data, folder, owner });
    activity.watch(made, api, config.data);
    return made;
  });
  return (
    <div className="flex min-h-0 min-w-0 flex-col">
      <main id={contentId} tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
        <Pages transfers={transfers} home={home} />
      </main>
      <ConsentQuestion config={config.data} />
      <TransferDock
        key={owner}
        transfers={transfers}
        folder={folder}
        corsHrefOf={corsPath}
        onGone={focusContent}
      />
    </div>
  );
}
