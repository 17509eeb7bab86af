import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { downloadRow, row } from "@/testing/fakeTransfers";
import { stubLayout } from "@/testing/layout";
import { loadLaterParts, openDock } from "../testing/dock";

beforeAll(loadLaterParts, 60_000);

beforeEach(() => {
  vi.restoreAllMocks();
  stubLayout();
});

const wordOf = (name: string) => {
  const rows = screen.getAllByRole("listitem").filter((item) => within(item).queryByText(name));
  // One in the column of a wide screen, one in that of a narrow one.
  const [word] = within(rows[0] ?? document.body).getAllByRole("button", { name: /검증/ });
  if (word === undefined) throw new Error(`${name} does not say whether it is verified`);
  return word;
};

test.each([
  ["CRC64NVME", "검증됨 CRC64NVME", /^S3가 받은 내용으로 계산한 체크섬\(CRC64NVME\)이/],
  ["MD5", "검증됨 MD5", /ETag가 이 컴퓨터에서 보낸 내용의 MD5와/],
  [null, "검증 안 됨", /^S3의 체크섬이 없거나/],
])(
  "an upload compared by %s says so, and a press says what that means",
  async (by, word, means) => {
    await openDock([row("a", "done", { verified: by })]);
    expect(wordOf("a.bin")).toHaveTextContent(word);
    await userEvent.click(wordOf("a.bin"));
    expect(await screen.findByText(means)).toBeVisible();
  },
);

test("the keyboard alone gets to the meaning", async () => {
  await openDock([downloadRow("a.bin", "done", { verified: "SHA256" })]);
  while (document.activeElement !== wordOf("a.bin")) await userEvent.tab();
  expect(await screen.findByRole("tooltip")).toHaveTextContent(/체크섬\(SHA256\)이 S3에 있는 것과/);
});

test("what 'not verified' means is told in full under the first of a run, for each direction", async () => {
  await openDock([
    row("a", "done"),
    row("b", "done"),
    downloadRow("c.bin", "done"),
    row("d", "done", { verified: "MD5" }),
  ]);
  expect(screen.getAllByText(/^검증 안 됨: S3의 체크섬이 없거나/)).toHaveLength(1);
  expect(screen.getAllByText(/^검증 안 됨: S3가 체크섬을 알려 주지 않아서/)).toHaveLength(1);
});

test("what is not done yet says nothing of it", async () => {
  await openDock([row("a", "confirming"), row("b", "failed")]);
  expect(screen.queryByRole("button", { name: /검증/ })).toBeNull();
});
