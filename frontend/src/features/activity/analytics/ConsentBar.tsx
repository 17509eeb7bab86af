/** Asks once whether counts may go to Google; nothing is sent before the answer. */
import { useTranslations } from "use-intl";
import { Button } from "@/ui/Button";
import { WhatIsSent } from "./WhatIsSent";

export interface ConsentBarProps {
  readonly onAnswer: (answer: "agreed" | "declined") => void;
}

export function ConsentBar({ onAnswer }: ConsentBarProps) {
  const t = useTranslations("analytics");
  return (
    <section
      aria-labelledby="analytics-question"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-surface px-3 py-2 text-xs"
    >
      <div className="min-w-0 flex-1 basis-80">
        <h2 id="analytics-question" className="font-semibold">
          {t("question")}
        </h2>
        <WhatIsSent />
        <p className="text-ink-soft">{t("changeable")}</p>
      </div>
      <div className="flex gap-2">
        <Button
          onPress={() => {
            onAnswer("declined");
          }}
        >
          {t("decline")}
        </Button>
        <Button
          onPress={() => {
            onAnswer("agreed");
          }}
        >
          {t("agree")}
        </Button>
      </div>
    </section>
  );
}
