import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";
import { on, problem } from "@/testing/handlers";
import { denied, effective, unknown } from "@/testing/permissions";
import { renderWith } from "@/testing/renderWith";
import { server } from "@/testing/server";
import { TryDeletion } from "./TryDeletion";
import { permissionOf, useEffective, type ActionPermission } from "./useEffective";

const inbox = { bucket: "demo-reports", prefix: "inbox/" };
const deletion = (found: Partial<ActionPermission>) =>
  effective("demo-reports", "inbox/", { "s3:DeleteObject": found });

let asked: unknown;

beforeEach(() => {
  asked = undefined;
});

/** What the server knows beforehand, and what it answers to a try. */
function open(before: Partial<ActionPermission>, after: Partial<ActionPermission> = {}) {
  server.use(
    on("get", "/api/permissions/effective", () => HttpResponse.json(deletion(before))),
    on("post", "/api/permissions/try", async ({ request }) => {
      asked = await request.json();
      return HttpResponse.json(deletion(after));
    }),
  );
  const Place = () => {
    const { data } = useEffective(inbox.bucket, inbox.prefix);
    const permission = permissionOf(data, "s3:DeleteObject");
    return (
      permission && (
        <>
          <output aria-label="verdict">{permission.verdict}</output>
          <TryDeletion place={inbox} permission={permission} />
        </>
      )
    );
  };
  renderWith(<Place />);
}

const button = () => screen.findByRole("button", { name: "권한 확인해 보기" });
const verdict = () => screen.getByRole("status", { name: "verdict" }).textContent;
const triable = { ...unknown, triable: true };

test("it says beforehand what it does, and asks only when it is pressed", async () => {
  open(triable);
  await button();
  expect(screen.getByText(/없는 이름으로 조건부 삭제를 한 번.*지워지지 않아요/)).toBeVisible();
  expect(asked).toBeUndefined();
});

test.each([
  ["allowed", {}, "확인했어요. 여기에서 삭제할 수 있어요."],
  ["denied", denied, "확인했어요. S3가 거부했어요."],
] as const)(
  "what is %s is known at once, said and not offered again",
  async (known, after, said) => {
    open(triable, after);
    await userEvent.click(await button());
    const outcome = await screen.findByText(said);
    expect(outcome).toHaveRole("status");
    expect(outcome).toHaveFocus();
    expect(verdict()).toBe(known);
    expect(asked).toEqual({ ...inbox, action: "s3:DeleteObject" });
    expect(screen.queryByRole("button")).toBeNull();
  },
);

test("what stays unknown is said, and can be tried again", async () => {
  open(triable, triable);
  await userEvent.click(await button());
  expect(await screen.findByText(/알아내지 못했어요/)).toBeVisible();
  expect(verdict()).toBe("unknown");
  expect(await button()).toBeVisible();
});

test("a try that fails says so in its place, and can be made again", async () => {
  open(triable);
  server.use(on("post", "/api/permissions/try", () => problem("aws_throttled", 429)));
  await userEvent.click(await button());
  expect(await screen.findByRole("alert")).toHaveTextContent("AWS가 요청을 잠시 제한하고 있어요");
  expect(await button()).toBeVisible();
});

test("what a try would not settle is not offered", async () => {
  open(unknown);
  await screen.findByText("unknown");
  expect(screen.queryByRole("button")).toBeNull();
});
