import { render } from "@testing-library/react";
import { IntlProvider } from "use-intl";
import { expect, test } from "vitest";
import en from "./en.json";
import ko from "./ko.json";
import { useErrorText, type DescribedFailure } from "./useErrorText";

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
    <IntlProvider locale={locale} messages={{ ko, en }[locale]} timeZone="UTC" onError={fail}>
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
