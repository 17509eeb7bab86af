/** The words for a failure in the person's language. */
import { useTranslations } from "use-intl";
import type { ClientErrorCode, ErrorCode } from "@/transfer/transfers";
import { formatSize } from "@/ui/size";
import { storageClassName } from "@/ui/storageClass";
import type { ErrorText } from "./messages";

type Values = Readonly<Record<string, string | number | readonly string[]>>;

export interface DescribedFailure {
  readonly code: ErrorCode | ClientErrorCode;
  readonly params: Values;
}

/** The words of failures of what is loaded later come with it. */
const homes = ["errors", "laterErrors"] as const;

/** Stand-ins for what a message names and a failure did not bring. */
const unnamed: Values = {
  action: "?",
  algorithm: "?",
  allowed: "?",
  bucket: "?",
  bytes: "?",
  contentType: "?",
  folder: "?",
  key: "?",
  limit: "?",
  path: "?",
  prefix: "/",
  reason: "other",
  resource: "?",
  restore: "none",
  s3Code: "?",
  size: "?",
  status: "?",
  storageClass: "?",
};

export function useErrorText(): (failure: DescribedFailure) => ErrorText {
  const t = useTranslations();
  return (failure) => {
    const values = valuesOf(failure);
    const key = homes
      .map((home) => `${home}.${failure.code}` as "errors.internal")
      .find((known) => t.has(`${known}.title`));
    // An API newer than this page may answer with a code that the page has no words for.
    const told = key ?? "errors.internal";
    return { title: t(`${told}.title`), body: t(`${told}.body`, values) };
  };
}

function valuesOf({ code, params }: DescribedFailure): Record<string, string> {
  // A bucket's CORS rules name the address that the page was opened at.
  const values: Record<string, string> = { origin: location.origin };
  for (const [name, standIn] of Object.entries(unnamed)) values[name] = String(standIn);
  for (const [name, value] of Object.entries(params)) {
    const text = textOf(value, sized.has(code));
    if (text !== "") values[name] = name === "storageClass" ? storageClassName(text) : text;
  }
  return values;
}

/** Failures whose numbers are sizes. */
const sized = new Set<string>(["file_too_large", "disk_full"]);

function textOf(value: Values[string], isSize: boolean): string {
  if (typeof value === "number") return isSize ? formatSize(value) : value.toLocaleString();
  return typeof value === "string" ? value : value.join(", ");
}
