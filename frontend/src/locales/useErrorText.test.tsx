import { render } from "@testing-library/react";
import { IntlProvider } from "use-intl";
import { expect, test } from "vitest";
import en from "./en.json";
import ko from "./ko.json";
import enPages from "./pages/en.json";
import koPages from "./pages/ko.json";
import { useErrorText, type DescribedFailure } from "./useErrorText";

const messages = { ko: { ...ko, ...koPages }, en: { ...en, ...enPages } };
const codes = Object.keys(ko.errors) as DescribedFailure["code"][];

function textOf(failure: DescribedFailure, locale: "ko" | "en" = "ko"): string {
  const Text = () => {
    const { title, body } = useErrorText()(failure);
    return `${title}. ${body}`;
  };
  const fail = (error: Error) => {
    throw error;
  };
  const { container } = render(
    <IntlProvider locale={locale} messages={messages[locale]} timeZone="UTC" onError={fail}>
      <Text />
    </IntlProvider>,
  );
  return container.textContent;
}

test.each(codes)("%s has words in both languages, even without its params", (code) => {
  for (const locale of ["ko", "en"] as const) {
    const text = textOf({ code, params: {} }, locale);
    expect(text).toMatch(/\S\. \S.*\.$/s);
    expect(text).not.toMatch(/[{}]/);
  }
});

test("what a failure names stands in its words", () => {
  const params = { action: "s3:PutObject", resource: "demo-reports/inbox/a.txt" };
  const text = textOf({ code: "access_denied", params });
  expect(text).toContain("s3:PutObject");
  expect(text).toContain("demo-reports/inbox/a.txt");
});

test("a name is refused with the reason", () => {
  expect(textOf({ code: "name_invalid", params: { reason: "slash" } }, "en")).toContain("'/'");
});

test("what blocks the browser names the bucket and this page's own address", () => {
  for (const code of ["cors_blocked", "cors_etag_not_exposed"] as const) {
    const text = textOf({ code, params: { bucket: "demo-no-cors" } });
    expect(text).toContain("demo-no-cors");
    expect(text).toContain(location.origin);
  }
});

test("limits are told with what went over them", () => {
  const sizes = { size: 5_100_000_000, limit: 2_000_000_000 };
  expect(textOf({ code: "file_too_large", params: sizes })).toMatch(/5\.1 GB.*2\.0 GB/);
  const lengths = { bytes: 1100, limit: 1024 };
  expect(textOf({ code: "key_too_long", params: lengths }, "en")).toMatch(/1,100.*1,024/);
  const types = { contentType: "text/html", allowed: ["image/*", "video/*"] };
  expect(textOf({ code: "content_type_not_allowed", params: types })).toMatch(
    /text\/html.*image\/\*, video\/\*/,
  );
});

test("a full disk: how much room a file needs, and what frees it, named as its button is", () => {
  for (const locale of ["ko", "en"] as const) {
    const text = textOf({ code: "disk_full", params: { size: 3_000_000_000 } }, locale);
    expect(text).toContain("3.0 GB");
    expect(text).toContain(messages[locale].transfers.clearFinished);
  }
});

test("S3's own error stands in the words, and nothing stands for one that it did not name", () => {
  const params = { s3Code: "SlowDown", status: 503 };
  expect(textOf({ code: "s3_error", params })).toMatch(/SlowDown.*503/);
  expect(textOf({ code: "s3_error", params: { s3Code: "", status: 412 } })).toMatch(/\?.*412/);
});

test("a code that is newer than the page reads as an internal error", () => {
  const code = "from_the_future" as DescribedFailure["code"];
  expect(textOf({ code, params: {} })).toBe(textOf({ code: "internal", params: {} }));
});
