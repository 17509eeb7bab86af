import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse } from "msw";
import { expect, test } from "vitest";
import { on, problem, registered } from "@/testing/handlers";
import { renderWith } from "@/testing/renderWith";
import { server } from "@/testing/server";
import { AccountContext } from "./AccountContext";
import { AccountForm } from "./AccountForm";
import { createAccountStore } from "./accountStore";

const id = "AKIAIOSFODNN7EXAMPLE";
const secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

function setup() {
  const accounts = createAccountStore(localStorage);
  renderWith(
    <AccountContext value={accounts}>
      <AccountForm />
    </AccountContext>,
    { token: () => null },
  );
  return { accounts, user: userEvent.setup() };
}

const keyField = () => screen.getByLabelText("Access Key ID");
const secretField = () => screen.getByLabelText("Secret Access Key");
const tokenField = () => screen.getByLabelText("세션 토큰 (선택)");
const register = () => screen.getByRole("button", { name: "등록" });

test("등록 sends the keys, trimmed, and keeps the account", async () => {
  const bodies: unknown[] = [];
  server.use(
    on("post", "/api/account", async ({ request }) => {
      bodies.push(await request.json());
      return HttpResponse.json(registered);
    }),
  );
  const { accounts, user } = setup();
  await user.type(keyField(), ` ${id} `);
  await user.type(secretField(), `${secret}{Enter}`);
  await waitFor(() => {
    expect(accounts.getSnapshot().account).toEqual({ kind: "keys", ...registered });
  });
  expect(bodies).toEqual([
    { accessKeyId: id, secretAccessKey: secret, sessionToken: null, region: null },
  ]);
  expect(JSON.stringify(Object.entries(localStorage))).not.toContain(secret);
});

test("empty fields are named, the first one gets the focus, and nothing is sent", async () => {
  const { accounts, user } = setup();
  await user.click(register());
  expect(keyField()).toHaveFocus();
  expect(keyField()).toHaveAccessibleDescription("입력해 주세요");
  expect(secretField()).toBeInvalid();
  await user.type(keyField(), id);
  expect(keyField()).toBeValid();
  expect(accounts.getSnapshot().account).toBeNull();
});

test.each([
  ["access_key_malformed", keyField, /형식이 올바르지 않아요/],
  ["access_key_unknown", keyField, /AWS에 없는 Access Key ID/],
  ["secret_key_wrong", secretField, /Secret Access Key가 맞지 않아요/],
  ["session_token_invalid", tokenField, /세션 토큰이 올바르지 않아요/],
  ["region_not_allowed", () => screen.getByLabelText("리전 (선택)"), /쓸 수 없는 리전/],
] as const)("%s stands at its field, and what was typed stays", async (code, field, words) => {
  server.use(on("post", "/api/account", () => problem(code, 422)));
  const { user } = setup();
  await user.type(keyField(), id);
  await user.type(secretField(), secret);
  await user.click(register());
  await waitFor(() => {
    expect(field()).toHaveAccessibleDescription(words);
  });
  expect(field()).toHaveFocus();
  expect(keyField()).toHaveValue(id);
  expect(secretField()).toHaveValue(secret);
});

test("a failure of no single field shows what to do and the request id", async () => {
  server.use(on("post", "/api/account", () => problem("aws_unreachable", 504)));
  const { user } = setup();
  await user.type(keyField(), id);
  await user.type(secretField(), `${secret}{Enter}`);
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("서버가 AWS에 연결하지 못했어요");
  expect(alert).toHaveTextContent("11111111-2222-4333-8444-555555555555");
});

test("a block pasted into any field fills all of them", async () => {
  const { user } = setup();
  await user.click(tokenField());
  await user.paste(
    `export AWS_ACCESS_KEY_ID=${id}\nexport AWS_SECRET_ACCESS_KEY="${secret}"\nexport AWS_DEFAULT_REGION=eu-west-1`,
  );
  expect(keyField()).toHaveValue(id);
  expect(secretField()).toHaveValue(secret);
  expect(tokenField()).toHaveValue("");
  expect(screen.getByLabelText("리전 (선택)")).toHaveValue("eu-west-1");
  expect(screen.getByRole("status")).toHaveTextContent("3개 칸을 채웠어요");
});

test("a plain value is pasted into its field alone", async () => {
  const { user } = setup();
  await user.click(secretField());
  await user.paste(secret);
  expect(secretField()).toHaveValue(secret);
  expect(keyField()).toHaveValue("");
});

test("the secret is hidden until it is asked for, and no password manager sees a password", async () => {
  const { user } = setup();
  expect(secretField()).toHaveClass("masked");
  expect(secretField()).toHaveAttribute("type", "text");
  expect(secretField()).toHaveAttribute("autocomplete", "off");
  await user.click(screen.getByRole("button", { name: "비밀 키 보기" }));
  expect(secretField()).not.toHaveClass("masked");
  await user.click(screen.getByRole("button", { name: "비밀 키 숨기기" }));
  expect(secretField()).toHaveClass("masked");
});

test("while it registers the button is busy and a second press sends nothing", async () => {
  let calls = 0;
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  server.use(
    on("post", "/api/account", async () => {
      calls += 1;
      await answered;
      return HttpResponse.json(registered);
    }),
  );
  const { accounts, user } = setup();
  await user.type(keyField(), id);
  await user.type(secretField(), `${secret}{Enter}`);
  await waitFor(() => {
    expect(register()).toHaveAttribute("aria-disabled", "true");
  });
  await user.click(register());
  await user.type(secretField(), "{Enter}");
  answer();
  await waitFor(() => {
    expect(accounts.getSnapshot().account).not.toBeNull();
  });
  expect(calls).toBe(1);
});

test("the keyboard walks the form in its order", async () => {
  const { user } = setup();
  const order: (string | null)[] = [];
  for (let step = 0; step < 6; step++) {
    await user.tab();
    const { activeElement } = document;
    order.push(activeElement?.getAttribute("name") ?? activeElement?.textContent ?? null);
  }
  expect(order).toEqual([
    "accessKeyId",
    "secretAccessKey",
    "보기",
    "sessionToken",
    "region",
    "등록",
  ]);
});

test("only regions that the deployment allows are offered", async () => {
  const { config } = await import("@/testing/handlers");
  server.use(
    on("get", "/api/config", () =>
      HttpResponse.json({
        ...config,
        buckets: { pinned: [], allowedRegions: ["us-west-2"], defaultRegion: "us-west-2" },
      }),
    ),
  );
  setup();
  await waitFor(() => {
    const options = screen.getAllByRole("option").map(({ textContent }) => textContent);
    expect(options).toEqual(["기본값 (us-west-2)", "us-west-2"]);
  });
});
