import { fireEvent, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test, vi } from "vitest";
import { server } from "@/testing/server";
import { detailsOf, PREVIEW_URL, previewOf, previews, tells } from "../testing/details";
import { open } from "../testing/panel";

const makeUrl = vi.fn<typeof URL.createObjectURL>(() => "blob:picture");

beforeEach(() => {
  URL.createObjectURL = makeUrl;
  URL.revokeObjectURL = vi.fn();
});

/** The object is of this kind, and S3 sends these bytes. */
function shows(kind: Parameters<typeof previewOf>[0], bytes: string | Uint8Array<ArrayBuffer>) {
  tells(detailsOf());
  server.use(http.get(PREVIEW_URL, () => new HttpResponse(bytes)));
  return previews(previewOf(kind));
}

const content = () => screen.findByRole("group", { name: "파일 내용" });

test("markup in a text stays text: no element of it comes to be", async () => {
  shows({ kind: "text" }, "<img src=x onerror=alert(1)><script>alert(1)</script>");
  open();
  expect(await content()).toHaveTextContent("<img src=x onerror=alert(1)>");
  expect((await content()).childElementCount).toBe(0);
  expect(document.querySelector("img, script")).toBeNull();
});

test("Korean text of an older program is read as EUC-KR at a press, and back", async () => {
  const euckr = new Uint8Array([0xc7, 0xd1, 0xb1, 0xdb]);
  shows({ kind: "text" }, euckr);
  open();
  expect(await screen.findByText(/UTF-8로 읽을 수 없는 글자/)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "EUC-KR로 보기" }));
  expect(await content()).toHaveTextContent("한글");
  await userEvent.click(screen.getByRole("button", { name: "UTF-8로 보기" }));
  expect(await content()).not.toHaveTextContent("한글");
});

test("of a long text the beginning is fetched and told as such", async () => {
  const ranges: (string | null)[] = [];
  const size = 3_200_000_000;
  tells(detailsOf({ size }));
  previews(previewOf({ kind: "text", size }));
  server.use(
    http.get(PREVIEW_URL, ({ request }) => {
      ranges.push(request.headers.get("range"));
      return new HttpResponse("first lines", { status: 206 });
    }),
  );
  open();
  expect(await screen.findByText(/20\.0 MB가 넘는 파일은 눌렀을 때만/)).toBeVisible();
  expect(ranges).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: "미리보기 불러오기" }));
  expect(await content()).toHaveTextContent("first lines");
  expect(screen.getByText("전체 3.2 GB 중 처음 256 KiB만 보여요.")).toBeVisible();
  expect(ranges).toEqual(["bytes=0-262143"]);
});

test("a CSV is a table, and what looks like a formula is text in it", async () => {
  shows({ kind: "csv" }, '이름,값\r\n"a,b","=HYPERLINK(""http://x"")"\r\n');
  open();
  expect(await screen.findByRole("columnheader", { name: "값" })).toBeVisible();
  expect(screen.getByRole("cell", { name: "a,b" })).toBeVisible();
  expect(screen.getByRole("cell", { name: '=HYPERLINK("http://x")' })).toBeVisible();
  expect(screen.queryByRole("link")).toBeNull();
});

test("JSON gets lines and indents; what is no JSON stays as it stands", async () => {
  shows({ kind: "json" }, '{"id":12345678901234567890,"a":[]}');
  const { unmount } = open();
  expect((await content()).textContent).toBe('{\n  "id": 12345678901234567890,\n  "a": []\n}');
  unmount();
  shows({ kind: "json" }, '{"a":1}\n{"a":2}');
  open();
  expect((await content()).textContent).toBe('{"a":1}\n{"a":2}');
});

test("a picture is a blob of the API's type; one that does not open says so", async () => {
  shows({ kind: "image", contentType: "image/png" }, "not a picture");
  open();
  const image = await screen.findByRole("img", { name: /q3\.csv/ });
  expect(image).toHaveAttribute("src", "blob:picture");
  const [blob] = makeUrl.mock.calls[0] ?? [];
  expect(blob).toHaveProperty("type", "image/png");
  fireEvent.error(image);
  expect(await screen.findByText(/그림을 열 수 없어요/)).toBeVisible();
});

test("a preview that cannot be drawn says so in its place, and the rest of the panel stays", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  shows({ kind: "image", contentType: "image/png" }, "a picture");
  makeUrl.mockImplementationOnce(() => {
    throw new RangeError("Invalid string length");
  });
  open();
  expect(await screen.findByRole("alert")).toHaveTextContent("미리보기를 보여 줄 수 없어요");
  expect(screen.getByRole("button", { name: "미리보기" })).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "다시 시도" }));
  expect(await screen.findByRole("img", { name: /q3\.csv/ })).toBeVisible();
});

test("JSON of nothing but brackets is shown as it stands", async () => {
  const brackets = "[".repeat(2_000) + "]".repeat(2_000);
  shows({ kind: "json" }, brackets);
  open();
  expect((await content()).textContent).toBe(brackets);
});

test("a picture of more than 20 MB is told and not fetched", async () => {
  const size = 20_000_001;
  tells(detailsOf({ size }));
  previews(previewOf({ kind: "image", size }));
  open();
  await userEvent.click(await screen.findByRole("button", { name: "미리보기 불러오기" }));
  expect(await screen.findByText(/이 형식은 20\.0 MB까지만 보여요/)).toBeVisible();
});

test("film plays from the presigned address; one that does not play says so", async () => {
  shows({ kind: "video", contentType: "video/mp4" }, "");
  open();
  const video = await screen.findByLabelText(/q3\.csv 재생/);
  expect(video).toHaveAttribute("src", PREVIEW_URL);
  expect(video).toHaveAttribute("preload", "metadata");
  fireEvent.error(video);
  expect(await screen.findByText(/재생할 수 없는 형식/)).toBeVisible();
});

test("film whose address has expired gets a new one instead", async () => {
  const heard = shows({ kind: "video", expiresAt: "2020-01-01T00:00:00Z" }, "");
  open();
  fireEvent.error(await screen.findByLabelText(/재생/));
  await vi.waitFor(() => {
    expect(heard.calls).toBe(2);
  });
  expect(screen.queryByText(/재생할 수 없는 형식/)).toBeNull();
});

test("nothing is asked for while the preview is closed", async () => {
  const heard = shows({ kind: "text" }, "text");
  open();
  await content();
  await userEvent.click(screen.getByRole("button", { name: "미리보기" }));
  expect(screen.queryByRole("group", { name: "파일 내용" })).toBeNull();
  expect(heard.calls).toBe(1);
});

test("what lies in an archive or is empty is told, and nothing is asked for", async () => {
  const heard = shows({ kind: "text" }, "text");
  tells(detailsOf({ archive: { status: "archived", restoredUntil: null } }));
  const { unmount } = open();
  // The buttons that are off have the same reason, for who asks them.
  expect((await screen.findAllByText(/복원해야 열 수 있어요/)).at(-1)).toBeVisible();
  unmount();
  tells(detailsOf({ size: 0 }));
  open();
  expect(await screen.findByText("비어 있는 파일이에요.")).toBeVisible();
  expect(heard.calls).toBe(0);
});

test("bytes that the browser may not read lead to the CORS doctor, and are asked for again", async () => {
  shows({ kind: "text" }, "text");
  server.use(http.get(PREVIEW_URL, () => HttpResponse.error()));
  open();
  expect(await screen.findByRole("alert")).toHaveTextContent("버킷 demo의 CORS 설정");
  expect(screen.getByRole("link", { name: "CORS 진단하기" })).toHaveAttribute(
    "href",
    "/b/demo/cors",
  );
  server.use(http.get(PREVIEW_URL, () => new HttpResponse("text")));
  await userEvent.click(screen.getByRole("button", { name: "다시 시도" }));
  expect(await content()).toHaveTextContent("text");
});

test.each([
  [403, "S3가 다운로드를 거절했어요"],
  [404, "찾는 것이 없어요"],
  [500, "InternalError"],
])("S3's own %i is told", async (status, words) => {
  shows({ kind: "text" }, "");
  const body = "<Error><Code>InternalError</Code></Error>";
  server.use(http.get(PREVIEW_URL, () => new HttpResponse(body, { status })));
  open();
  expect(await screen.findByRole("alert")).toHaveTextContent(words);
});
