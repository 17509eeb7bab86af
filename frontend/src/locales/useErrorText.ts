/** The words for a failure in the person's language. */
import { useTranslations } from "use-intl";
import type { ClientErrorCode, ErrorCode } from "@/transfer/transfers";
import { formatSize } from "@/ui/size";
import type { ErrorText } from "./messages";

type Values = Readonly<Record<string, string | number | readonly string[]>>;

export interface DescribedFailure {
  readonly code: ErrorCode | ClientErrorCode;
  readonly params: Values;
}

/** Stand-ins for what a message names and a failure did not bring. */
const unnamed: Values = {
  action: "?",
  allowed: "?",
  bucket: "?",
  bytes: "?",
  contentType: "?",
  key: "?",
  limit: "?",
  prefix: "/",
  reason: "other",
  resource: "?",
  s3Code: "?",
  size: "?",
  status: "?",
};

export function useErrorText(): (failure: DescribedFailure) => ErrorText {
  const t = useTranslations("errors");
  return (failure) => {
    // An API newer than this page may answer with a code that the page has no words for.
    const code = t.has(`${failure.code}.title`) ? failure.code : "internal";
    return { title: t(`${code}.title`), body: t(`${code}.body`, valuesOf(failure)) };
  };
}

function valuesOf({ code, params }: DescribedFailure): Record<string, string> {
  // A bucket's CORS rules name the address that the page was opened at.
  const values: Record<string, string> = { origin: location.origin };
  for (const [name, standIn] of Object.entries(unnamed)) values[name] = String(standIn);
  for (const [name, value] of Object.entries(params)) {
    const text = textOf(value, code === "file_too_large");
    if (text !== "") values[name] = text;
  }
  return values;
}

function textOf(value: Values[string], isSize: boolean): string {
  if (typeof value === "number") return isSize ? formatSize(value) : value.toLocaleString();
  return typeof value === "string" ? value : value.join(", ");
}
