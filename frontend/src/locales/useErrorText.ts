/** The words for a failure in the person's language. */
import { useTranslations } from "use-intl";
import type { ClientErrorCode, ErrorCode } from "@/transfer/transfers";
import type { ErrorText } from "./messages";

type Values = Readonly<Record<string, string | number | readonly string[]>>;

export interface DescribedFailure {
  readonly code: ErrorCode | ClientErrorCode;
  readonly params: Values;
}

/** Stand-ins for what a message names and a failure did not bring. */
const unnamed: Values = { action: "?", resource: "?", prefix: "/", reason: "other" };

export function useErrorText(): (failure: DescribedFailure) => ErrorText {
  const t = useTranslations("errors");
  return ({ code, params }) => {
    const values: Record<string, string | number> = {};
    for (const [name, value] of Object.entries({ ...unnamed, ...params })) {
      values[name] = typeof value === "object" ? value.join(", ") : value;
    }
    return { title: t(`${code}.title`), body: t(`${code}.body`, values) };
  };
}
