import { expect, test } from "vitest";
import ko from "@/locales/ko.json";
import type { Locale } from "@/locales/messages";
import { effective } from "@/testing/permissions";
import { renderWith } from "@/testing/renderWith";
import { permissionOf, type ActionPermission } from "./useEffective";
import { useReasonText } from "./useReasonText";

const codes = Object.keys(ko.permissions.reasons) as ActionPermission["reasonCode"][];

function sentence(part: Partial<ActionPermission>, locale: Locale = "ko"): string {
  const permission = permissionOf(effective("demo-reports", ""), "s3:PutObject");
  if (permission === undefined) throw new Error("no such action");
  const Text = () => useReasonText()({ ...permission, ...part });
  return renderWith(<Text />, { locale }).container.textContent;
}

test.each(codes)(
  "%s is a sentence in both languages, even where nothing is named",
  (reasonCode) => {
    for (const locale of ["ko", "en"] as const) {
      const text = sentence({ reasonCode, statement: null }, locale);
      expect(text).toMatch(/^\S.*\.$/);
      expect(text).not.toMatch(/[{}]|reasons\./);
    }
  },
);

test("the statement that decides is named with where it stands", () => {
  const statement = { policy: "Limits", origin: "group-inline", group: "shop", number: 3 } as const;
  const reasonCode = "denied_by_statement";
  expect(sentence({ reasonCode, statement: { ...statement, sid: "NoPut" } })).toContain(
    "그룹 shop의 인라인 정책 Limits의 NoPut 명령문이",
  );
  expect(sentence({ reasonCode, statement: { ...statement, sid: null } }, "en")).toContain(
    "statement 3 of inline policy Limits of group shop",
  );
});

test("what cannot be known is named: conditions, and the permissions that would tell", () => {
  const keys = { reasonCode: "condition_unknown", conditionKeys: ["aws:SourceIp"] } as const;
  expect(sentence({ ...keys, conditionKeys: ["aws:SourceIp"] })).toContain("aws:SourceIp");
  expect(
    sentence({ reasonCode: "policies_unreadable", missing: ["iam:GetUser", "iam:GetPolicy"] }),
  ).toContain("iam:GetUser, iam:GetPolicy");
});

test("what is allowed although something could not be read says that it may still be refused", () => {
  const missing = ["s3:GetBucketPolicy"];
  expect(sentence({ missing }, "en")).toMatch(/^Allowed by .*s3:GetBucketPolicy.*may still refuse/);
  expect(sentence({ missing: [] }, "en")).not.toContain("refuse");
});
