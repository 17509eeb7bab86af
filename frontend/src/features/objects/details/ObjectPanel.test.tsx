import { QueryClient } from "@tanstack/react-query";
import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { HttpResponse } from "msw";
import { beforeEach, expect, test, vi } from "vitest";
import { on, problem } from "@/testing/handlers";
import { server } from "@/testing/server";
import type { CompletedTransfer, Transfers } from "@/transfer/transfers";
import { useShortcuts } from "@/ui/useShortcuts";
import { lookAgain } from "../dropKeys";
import { useStaleListings } from "../useStaleListings";
import { detailsOf, key, previewOf, previews, tells, versionOf } from "./testing/details";
import { heard, open } from "./testing/panel";

beforeEach(() => {
  heard.onClose.mockReset();
  heard.onDownload.mockReset().mockResolvedValue(true);
  previews(previewOf());
});

/** The value beside a name. */
const fact = async (name: string) =>
  (await screen.findByText(name, { selector: "dt" })).nextElementSibling;

test("key, address, exact size, moment, type, class, encryption and checksum are told", async () => {
  tells(detailsOf());
  open();
  expect(await fact("키")).toHaveTextContent(key);
  expect(await fact("S3 URI")).toHaveTextContent(`s3://demo/${key}`);
  expect(await fact("크기")).toHaveTextContent("48.2 KB · 48,213 바이트");
  expect(await fact("수정한 날짜")).toHaveTextContent(/2026-11-\d\d \d\d:11/);
  expect(await fact("형식")).toHaveTextContent("text/csv");
  expect(await fact("클래스")).toHaveTextContent("Standard");
  expect(await fact("암호화")).toHaveTextContent("SSE-S3");
  expect(await fact("CRC64NVME")).toHaveTextContent("9Zw4TdrJVPk=");
  expect(await fact("CRC64NVME")).toHaveTextContent("파일 전체의 체크섬");
});

test("key and address are copied letter by letter, control characters too", async () => {
  const user = userEvent.setup();
  const odd = "in/a\u0007b .txt";
  tells(detailsOf({ key: odd }));
  open({ objectKey: odd });
  await user.click(await screen.findByRole("button", { name: "키 복사" }));
  expect(await navigator.clipboard.readText()).toBe(odd);
  await user.click(screen.getByRole("button", { name: "S3 URI 복사" }));
  expect(await navigator.clipboard.readText()).toBe(`s3://demo/${odd}`);
});

test("a composite checksum, a KMS key, parts, a lock and replication each say what they are", async () => {
  tells(
    detailsOf({
      checksumType: "composite",
      encryption: { kind: "kms", kmsKeyId: "arn:aws:kms:x:1:key/2" },
      partCount: 12,
      lock: { mode: "COMPLIANCE", retainUntil: "2027-01-02T00:00:00Z", legalHold: true },
      replicationStatus: "COMPLETED",
    }),
  );
  open();
  expect(await fact("CRC64NVME")).toHaveTextContent("조각별 체크섬");
  expect(await fact("KMS 키")).toHaveTextContent("arn:aws:kms:x:1:key/2");
  expect(await fact("업로드 조각")).toHaveTextContent("12개");
  expect(await fact("잠금")).toHaveTextContent(/2027-01-02.*규정 준수.*법적 보존/);
  expect(await fact("복제")).toHaveTextContent("COMPLETED");
});

test("headers, metadata and tags are shown as the text that they are", async () => {
  tells(
    detailsOf({
      cacheControl: "max-age=60",
      metadata: { owner: "<b>lee</b>" },
      tags: { kind: "tags", tags: [{ key: "팀", value: "<script>1</script>" }] },
    }),
  );
  open();
  expect(await fact("Cache-Control")).toHaveTextContent("max-age=60");
  expect(await fact("owner")).toHaveTextContent("<b>lee</b>");
  expect(await fact("팀")).toHaveTextContent("<script>1</script>");
});

test("tags that may not be read name the permission that is missing", async () => {
  const params = { action: "s3:GetObjectTagging", resource: `arn:aws:s3:::demo/${key}` };
  tells(detailsOf({ tags: { kind: "unreadable", code: "access_denied", detail: "", params } }));
  open();
  expect(await screen.findByRole("region", { name: "태그" })).toHaveTextContent(
    "읽을 권한이 없어요: s3:GetObjectTagging",
  );
});

test("what fails stands in the place of the details, and is asked for again", async () => {
  const params = { action: "s3:GetObject", resource: key };
  server.use(on("get", "/api/objects/details", () => problem("access_denied", 403, params)));
  open();
  expect(await screen.findByRole("alert")).toHaveTextContent("s3:GetObject");
  tells(detailsOf());
  await userEvent.click(screen.getByRole("button", { name: "다시 시도" }));
  expect(await fact("키")).toHaveTextContent(key);
});

test("an older version is chosen, shown and left again; a delete marker cannot be chosen", async () => {
  const asked: (string | null)[] = [];
  const versions = {
    kind: "versions" as const,
    versions: [
      versionOf("v3", { isLatest: true, size: 3000 }),
      versionOf("v2", { isDeleteMarker: true, size: null, etag: null }),
      versionOf("v1", { size: 1000 }),
    ],
    more: true,
  };
  server.use(
    on("get", "/api/objects/details", ({ request }) => {
      const versionId = new URL(request.url).searchParams.get("versionId");
      asked.push(versionId);
      const size = versionId === "v1" ? 1000 : 3000;
      return HttpResponse.json(detailsOf({ versionId: versionId ?? "v3", size, versions }));
    }),
  );
  open();
  const list = await screen.findByRole("region", { name: "버전" });
  expect(list).toHaveTextContent("삭제 표시");
  expect(list).toHaveTextContent("더 오래된 버전도 있어요");
  const [newest, older, ...rest] = within(list).getAllByRole("button");
  expect(rest).toEqual([]);
  expect(newest).toHaveAttribute("aria-current", "true");
  await userEvent.click(older ?? list);
  expect(await screen.findByText(/저장한 이전 버전이에요/)).toBeVisible();
  expect(await fact("버전 ID")).toHaveTextContent("v1");
  expect(await fact("크기")).toHaveTextContent("1,000 바이트");
  await userEvent.click(screen.getByRole("button", { name: "다운로드" }));
  expect(heard.onDownload).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("button", { name: "최신 버전 보기" }));
  expect(await fact("버전 ID")).toHaveTextContent("v3");
  expect(asked.slice(0, 2)).toEqual([null, "v1"]);
});

test("download takes the object; where it is refused the reason stands instead", async () => {
  tells(detailsOf());
  const { unmount } = open();
  await userEvent.click(await screen.findByRole("button", { name: "다운로드" }));
  expect(heard.onDownload).toHaveBeenCalledWith(expect.objectContaining({ key, size: 48_213 }));
  expect(await screen.findByText("다운로드를 시작했어요.")).toBeVisible();
  unmount();
  heard.onDownload.mockReset();
  open({ downloadRefusal: "s3:GetObject 권한이 없어요" });
  await userEvent.click(await screen.findByRole("button", { name: "다운로드" }));
  expect(heard.onDownload).not.toHaveBeenCalled();
  expect(screen.getByRole("button", { name: "다운로드" })).toHaveAccessibleDescription(
    "s3:GetObject 권한이 없어요",
  );
});

test("Escape closes it, and so does the cross", async () => {
  tells(detailsOf());
  open();
  await fact("키");
  await userEvent.keyboard("{Escape}");
  expect(heard.onClose).toHaveBeenCalledTimes(1);
  await userEvent.click(screen.getByRole("button", { name: "파일 정보 닫기" }));
  expect(heard.onClose).toHaveBeenCalledTimes(2);
});

test("Escape inside it is not also one of the page", async () => {
  const onPage = vi.fn();
  const Page = () => {
    useShortcuts({ Escape: onPage });
    return null;
  };
  tells(detailsOf());
  open({}, undefined, <Page />);
  await fact("키");
  screen.getByRole("button", { name: "링크 복사" }).focus();
  await userEvent.keyboard("{Escape}");
  expect(heard.onClose).toHaveBeenCalledOnce();
  expect(onPage).not.toHaveBeenCalled();
});

for (const [status, why] of [
  ["archived", /복원해야 열 수 있어요/],
  ["restoring", /복원하는 중이에요/],
] as const) {
  test(`what nobody can read is neither downloaded nor shared: ${status}`, async () => {
    tells(detailsOf({ archive: { status, restoredUntil: null } }));
    open();
    await fact("키");
    for (const name of ["다운로드", "링크 복사"]) {
      const button = screen.getByRole("button", { name });
      expect(button).toHaveAccessibleDescription(why);
      await userEvent.click(button);
    }
    expect(heard.onDownload).not.toHaveBeenCalled();
    expect(screen.queryByRole("dialog", { name: "파일 링크" })).toBeNull();
  });
}

test("who agreed to pay for requests pays for these too, and nobody else does", async () => {
  const asked: (string | null)[] = [];
  server.use(
    on("get", "/api/objects/details", ({ request }) => {
      asked.push(new URL(request.url).searchParams.get("requesterPays"));
      return HttpResponse.json(detailsOf());
    }),
  );
  const { unmount } = open();
  await fact("키");
  unmount();
  open({ requesterPays: true });
  await fact("키");
  expect(asked).toEqual([null, "true"]);
});

test("an object that is deleted while it is shown is told as gone", async () => {
  tells(detailsOf());
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  open({}, queries);
  await fact("키");
  server.use(on("get", "/api/objects/details", () => problem("not_found", 404)));
  void lookAgain(queries, { bucket: "demo", prefix: "reports/2026/", requesterPays: false }, false);
  expect(await screen.findByRole("alert")).toHaveTextContent("찾는 것이 없어요");
});

test("an upload over the object that is shown shows the new one", async () => {
  let tell: (done: CompletedTransfer) => void = () => undefined;
  const transfers: Pick<Transfers, "onCompleted"> = {
    onCompleted: (listener) => {
      tell = listener;
      return () => undefined;
    },
  };
  const Watch = () => {
    useStaleListings(transfers);
    return null;
  };
  tells(detailsOf());
  const queries = new QueryClient();
  open({}, queries, <Watch />);
  await fact("키");
  tells(detailsOf({ size: 999 }));
  tell({ bucket: "demo", prefix: "reports/2026/", key });
  await waitFor(async () => {
    expect(await fact("크기")).toHaveTextContent("999 바이트");
  });
});
