/** For how long the link works; what the keys in use cannot do is off, with the reason. */
import { useId } from "react";
import { useTranslations } from "use-intl";
import { exactMoment } from "@/ui/moment";
import type { ShareLimit } from "../objectDetails";
import { choices, type Choice } from "./expiry";

export interface ExpiryChoiceProps {
  readonly limit: ShareLimit;
  /** Seconds. */
  readonly longest: number;
  readonly value: Choice;
  readonly onChange: (seconds: Choice) => void;
}

export function ExpiryChoice({ limit, longest, value, onChange }: ExpiryChoiceProps) {
  const t = useTranslations("details.share");
  const id = useId();
  const reason = useReason()(limit, longest);
  return (
    <fieldset aria-describedby={`${id}-reason`} className="flex flex-col">
      <legend className="pb-1 text-xs font-medium text-ink-soft">{t("expiry")}</legend>
      {choices.map((seconds) => {
        const isOff = seconds > longest;
        return (
          <label
            key={seconds}
            className={`flex min-h-8 cursor-default items-center gap-2 pointer-coarse:min-h-11 ${isOff ? "text-ink-off" : ""}`}
          >
            <input
              type="radio"
              name={id}
              checked={value === seconds}
              disabled={isOff}
              onChange={() => {
                onChange(seconds);
              }}
              className="size-4 accent-accent"
            />
            {t(`seconds${seconds}`)}
          </label>
        );
      })}
      <p id={`${id}-reason`} className="pt-1 text-xs text-ink-soft empty:hidden">
        {reason}
      </p>
    </fieldset>
  );
}

/** Why a link of these keys may end earlier than seven days. */
function useReason(): (limit: ShareLimit, longest: number) => string | null {
  const t = useTranslations("details.share");
  return ({ boundBy, sessionEndsAt }, longest) => {
    if (boundBy === "signature") return null;
    if (sessionEndsAt !== null)
      return t("sessionEnds", { time: exactMoment(Date.parse(sessionEndsAt)) });
    return t("session", { hours: Math.floor(longest / 3_600) });
  };
}
