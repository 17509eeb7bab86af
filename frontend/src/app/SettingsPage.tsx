/** What a person has set in this browser; loaded when it is first opened. */
import { useTranslations } from "use-intl";
import { useConfig } from "@/api/useConfig";
import { useAccount } from "@/features/accounts/AccountContext";
import { AnalyticsSettings } from "@/features/activity/analytics/AnalyticsSettings";
import { LocalFolderSettings } from "@/features/downloads/LocalFolderSettings";
import { RequesterPaysSettings } from "@/features/objects/requesterPays/RequesterPaysSettings";
import { ownerOf } from "./accountTransfers";
import { useActivity } from "./ActivityContext";
import { useLocalFolder } from "./LocalFolderContext";
import { measuredConfig } from "./measuredConfig";
import { useTitle } from "./useTitle";

export function SettingsPage() {
  const t = useTranslations("settings");
  const { account } = useAccount();
  const { consent } = useActivity();
  const { data: config } = useConfig();
  useTitle(t("title"));
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="flex w-full max-w-3xl flex-col gap-6 px-4 pt-2 pb-12">
        <h1 className="flex min-h-control items-center text-lg font-semibold">{t("title")}</h1>
        <LocalFolderSettings folder={useLocalFolder()} />
        <section aria-labelledby="settings-requester-pays" className="flex flex-col gap-2">
          <h2 id="settings-requester-pays" className="font-semibold">
            {t("requesterPays")}
          </h2>
          <RequesterPaysSettings owner={ownerOf(account)} />
        </section>
        {config !== undefined && measuredConfig(config) !== null && (
          <AnalyticsSettings consent={consent} />
        )}
      </div>
    </div>
  );
}
