import { expect, type Page } from "@playwright/test";
import { register, registerKeys } from "./support/app";
import { createUser, type PolicyDocument } from "./support/iam";
import { expectNoFreeze, watchLongTasks } from "./support/longTasks";
import { test } from "./support/test";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const matrix = (page: Page) => page.getByRole("grid", { name: "작업과 위치별 권한" });

async function openPermissions(page: Page): Promise<void> {
  await page.goto("/b/demo-reports?prefix=inbox%2F");
  await page.getByRole("link", { name: "권한", exact: true }).click();
  await expect(page.getByRole("heading", { name: "권한", exact: true })).toBeVisible();
}

test("demo-full may do everything at the place at hand, and reads the statement that lets it", async ({
  page,
}) => {
  await register(page, "demo-full");
  await openPermissions(page);
  for (const place of ["demo-reports/", "demo-reports/inbox/"]) {
    const allowed = matrix(page).getByRole("button", { name: new RegExp(`^허용, .*, ${place}$`) });
    await expect(allowed).toHaveCount(11);
  }
  await page.getByRole("button", { name: "허용, 파일 삭제, demo-reports/inbox/" }).click();
  await expect(page.getByText("인라인 정책 demo-full의 EverythingInS3 명령문이")).toBeVisible();
  await page.getByRole("button", { name: "명령문 보기" }).click();
  await expect(page.getByText("s3:*", { exact: true })).toBeVisible();
  await page.getByRole("tab", { name: "JSON" }).click();
  await page.getByRole("button", { name: "JSON 복사" }).click();
  const copied: unknown = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  expect(copied).toMatchObject({ Statement: [{ Sid: "EverythingInS3" }, { Sid: "ReadIam" }] });
});

test("demo-reader reads none of its policies; what S3 has shown is known, the rest is not", async ({
  page,
}) => {
  await register(page, "demo-reader");
  await openPermissions(page);
  await expect(page.getByRole("button", { name: /^허용, 파일 목록 보기.*inbox/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^거부, 파일 업로드.*inbox/ })).toBeVisible();
  const deletion = page.getByRole("button", { name: /^모름, 파일 삭제.*inbox/ });
  await deletion.focus();
  const details = page.getByRole("region", { name: "파일 삭제" });
  await expect(details).toContainText("iam:ListUserPolicies");
  await page.getByRole("tab", { name: "정책" }).click();
  await expect(page.getByText("읽을 수 있는 정책이 없어요")).toBeVisible();
  const unreadable = page.getByRole("region", { name: "읽지 못한 것" });
  await expect(unreadable.getByText("iam:ListAttachedUserPolicies")).toBeVisible();
});

test("demo-uploader: allowed below inbox/, denied beside it, and the address keeps the places", async ({
  page,
}) => {
  await register(page, "demo-uploader");
  await openPermissions(page);
  await page.getByLabel("경로 (선택)").fill("logs");
  await page.getByRole("button", { name: "추가" }).click();
  await expect(page.getByRole("button", { name: /^거부, 파일 업로드.*logs\/$/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^허용, 파일 업로드.*inbox/ })).toBeVisible();
  await page.getByRole("button", { name: "demo-reports/ 빼기" }).click();
  await page.reload();
  await expect(matrix(page).getByRole("columnheader", { name: /logs/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "demo-reports/ 빼기" })).toHaveCount(0);
});

/** About 6,000 characters, as large as IAM lets a managed policy be. */
function realisticPolicy(number: number): PolicyDocument {
  const statement = (at: number) => ({
    Sid: `Team${number}Part${at}`,
    Effect: at % 5 === 0 ? "Deny" : "Allow",
    Action: ["GetObject", "PutObject", "ListBucket", "AbortMultipartUpload"].map((a) => `s3:${a}`),
    Resource: [1, 2, 3].map((part) => `arn:aws:s3:::team-${number}-bucket-${at}/area-${part}/*`),
    Condition: { StringLike: { "aws:PrincipalTag/team": [`team-${number}`, `guest-${at}-*`] } },
  });
  return { Version: "2012-10-17", Statement: Array.from({ length: 15 }, (_, at) => statement(at)) };
}

const readIam: PolicyDocument = {
  Version: "2012-10-17",
  Statement: [
    { Sid: "ReadIam", Effect: "Allow", Action: ["iam:Get*", "iam:List*"], Resource: "*" },
  ],
};

test("50 policies of full size open in one call, are found and read without a freeze", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const documents = [readIam, ...Array.from({ length: 49 }, (_, at) => realisticPolicy(at))];
  await registerKeys(page, await createUser("e2e-policies", documents));
  const calls: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/permissions/")) calls.push(new URL(request.url()).pathname);
  });
  await watchLongTasks(page);
  await page.goto("/permissions?view=policies");
  const policies = page.getByRole("list", { name: "정책 목록" });
  await expect(policies.getByRole("button")).toHaveCount(50, { timeout: 30_000 });
  expect(calls).toEqual(["/api/permissions/policies"]);

  await page.getByRole("searchbox", { name: /이름, Sid/ }).fill("team-7-bucket-14");
  await policies.getByRole("button", { name: /일치 1개/ }).click();
  await expect(page.getByText("Team7Part14")).toBeVisible();
  await policies.getByRole("button", { name: /일치 1개/ }).click();
  await page.getByRole("searchbox", { name: /이름, Sid/ }).fill("");
  const rows = policies.getByRole("heading", { level: 2 }).getByRole("button");
  await expect(rows).toHaveCount(50);
  for (const row of await rows.all()) await row.click();
  await expect(policies.getByRole("button", { expanded: true })).toHaveCount(50);
  expect(calls).toEqual(["/api/permissions/policies"]);
  await expectNoFreeze(page);
});
