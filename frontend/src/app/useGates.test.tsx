import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse } from "msw";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { useEffective, type ActionPermission } from "@/features/permissions/useEffective";
import { on, problem } from "@/testing/handlers";
import { loadPageWords } from "@/testing/pageWords";
import { denied, effective, unknown } from "@/testing/permissions";
import { renderWith } from "@/testing/renderWith";
import { server } from "@/testing/server";
import { GatedButton } from "@/ui/GatedButton";
import { useGates } from "./useGates";

const place = { bucket: "demo-reports", prefix: "inbox/" };
const onAllowed = vi.fn();

// A chunk of its own: a loaded machine takes its time to transform it.
beforeAll(async () => {
  await import("./DeletionTry");
  await loadPageWords();
}, 60_000);

beforeEach(() => {
  onAllowed.mockReset();
});

function Buttons() {
  const gates = useGates(place, useEffective(place.bucket, place.prefix), onAllowed);
  return (
    <>
      <GatedButton disabledReason={gates.upload}>업로드</GatedButton>
      <GatedButton disabledReason={gates.download}>다운로드</GatedButton>
      <GatedButton disabledReason={gates.delete} disabledMore={gates.tryDeletion}>
        삭제
      </GatedButton>
    </>
  );
}

const answer = (found: Record<string, Partial<ActionPermission>>) =>
  HttpResponse.json(effective(place.bucket, place.prefix, found));

function open(found: Record<string, Partial<ActionPermission>>) {
  server.use(on("get", "/api/permissions/effective", () => answer(found)));
  renderWith(<Buttons />);
}

const button = (name: string) => screen.getByRole("button", { name });
const isOff = (name: string) => button(name).getAttribute("aria-disabled") === "true";

test("what is unknown leaves uploads and downloads on and deletion off", async () => {
  open({ "s3:PutObject": unknown, "s3:GetObject": unknown, "s3:DeleteObject": unknown });
  await waitFor(() => {
    expect(button("삭제")).toHaveAccessibleDescription(/정책을 읽지 못해서/);
  });
  expect([isOff("업로드"), isOff("다운로드")]).toEqual([false, false]);
});

test("who may not get objects cannot download, and reads why", async () => {
  open({ "s3:GetObject": denied });
  await waitFor(() => {
    expect(button("다운로드")).toHaveAccessibleDescription(/s3:GetObject/);
  });
  expect([isOff("다운로드"), isOff("업로드"), isOff("삭제")]).toEqual([true, false, false]);
});

test("a key of KMS that may not be used turns uploads off", async () => {
  open({ "kms:GenerateDataKey": denied });
  await waitFor(() => {
    expect(button("업로드")).toHaveAccessibleDescription(/kms:GenerateDataKey/);
  });
  expect(isOff("삭제")).toBe(false);
});

test("permissions that could not be asked for leave deletion off, and say why", async () => {
  server.use(on("get", "/api/permissions/effective", () => problem("aws_throttled", 429)));
  renderWith(<Buttons />);
  await waitFor(() => {
    expect(button("삭제")).toHaveAccessibleDescription(/확인하지 못했어요.*잠시 뒤/);
  });
});

const triable = { "s3:DeleteObject": { ...unknown, triable: true } };

async function tryIt() {
  await waitFor(() => {
    expect(isOff("삭제")).toBe(true);
  });
  await userEvent.click(button("삭제"));
  await userEvent.click(await screen.findByRole("button", { name: "권한 확인해 보기" }));
}

test("a try that works turns deletion on at once, says so, and gives the focus to it", async () => {
  open(triable);
  server.use(on("post", "/api/permissions/try", () => answer({})));
  await tryIt();
  await waitFor(() => {
    expect(isOff("삭제")).toBe(false);
  });
  expect(onAllowed).toHaveBeenCalledExactlyOnceWith("확인했어요. 여기에서 삭제할 수 있어요.");
  await waitFor(() => {
    expect(screen.queryByRole("dialog")).toBeNull();
  });
  await waitFor(() => {
    expect(button("삭제")).toHaveFocus();
  });
});

test("a try that S3 refuses leaves deletion off, with that as the reason", async () => {
  const refused = { ...denied, source: "observed", reasonCode: "refused" } as const;
  open(triable);
  server.use(on("post", "/api/permissions/try", () => answer({ "s3:DeleteObject": refused })));
  await tryIt();
  expect(await screen.findByText("확인했어요. S3가 거부했어요.")).toHaveFocus();
  expect(button("삭제")).toHaveAccessibleDescription(/S3에 물어보니.*권한이 없어요/);
  expect(isOff("삭제")).toBe(true);
  expect(onAllowed).not.toHaveBeenCalled();
});
