import { createEvent, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { renderWith } from "@/testing/renderWith";
import { fakeTransfers } from "@/testing/fakeTransfers";
import { UploadTarget } from "./UploadTarget";

const destination = { bucket: "demo-reports", prefix: "inbox/" };
const file = new File(["x"], "한글 이름.txt");

function open(refusal: string | null = null) {
  const transfers = fakeTransfers();
  renderWith(
    <UploadTarget
      destination={destination}
      transfers={transfers}
      refusal={refusal}
      refusalMore={<a href="/permissions">more</a>}
    >
      {(choose) => <button onClick={choose}>list</button>}
    </UploadTarget>,
  );
  return { transfers, target: screen.getByRole("button", { name: "list" }) };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The picker of a browser that gives handles. */
function picker(pick: () => Promise<object[]>) {
  const showOpenFilePicker = vi.fn(pick);
  vi.stubGlobal("showOpenFilePicker", showOpenFilePicker);
  return showOpenFilePicker;
}

/** What a drag of the system carries. */
function data(...files: File[]) {
  return {
    types: files.length > 0 ? ["Files"] : ["text/plain"],
    items: files.map((f) => ({ kind: "file", webkitGetAsEntry: () => null, getAsFile: () => f })),
    dropEffect: "none",
  };
}

test("chosen files go to the place that is open", async () => {
  const { transfers } = open();
  await userEvent.upload(screen.getByLabelText("업로드할 파일"), [file]);
  expect(transfers.add).toHaveBeenCalledWith(destination, [{ file }]);
});

test("the same file can be chosen again", async () => {
  const { transfers } = open();
  await userEvent.upload(screen.getByLabelText("업로드할 파일"), [file]);
  await userEvent.upload(screen.getByLabelText("업로드할 파일"), [file]);
  expect(transfers.add).toHaveBeenCalledTimes(2);
});

test("files are chosen with their handles where the browser gives them", async () => {
  const handle = { name: file.name, getFile: () => Promise.resolve(file) };
  picker(() => Promise.resolve([handle]));
  const { transfers, target } = open();
  await userEvent.click(target);
  await waitFor(() => {
    expect(transfers.add).toHaveBeenCalledWith(destination, [{ file, handle }]);
  });
});

test("a chosen file that cannot be read is told, and the others go", async () => {
  const handle = { name: file.name, getFile: () => Promise.resolve(file) };
  const gone = {
    name: "gone",
    getFile: () => Promise.reject(new DOMException("", "NotFoundError")),
  };
  picker(() => Promise.resolve([gone, handle]));
  const { transfers, target } = open();
  await userEvent.click(target);
  expect(await screen.findByRole("alert")).toHaveTextContent("1개는 읽을 수 없어서");
  expect(transfers.add).toHaveBeenCalledWith(destination, [{ file, handle }]);
});

test("a picker that is cancelled changes nothing", async () => {
  const asked = picker(() => Promise.reject(new DOMException("", "AbortError")));
  const { transfers, target } = open();
  await userEvent.click(target);
  expect(asked).toHaveBeenCalledOnce();
  expect(transfers.add).not.toHaveBeenCalled();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("a browser without handles opens the file input", async () => {
  const { target } = open();
  const clicked = vi.spyOn(HTMLInputElement.prototype, "click");
  await userEvent.click(target);
  expect(clicked).toHaveBeenCalledOnce();
  clicked.mockRestore();
});

test("while files are dragged over it, it names where they would go", () => {
  const { target } = open();
  fireEvent.dragOver(target, { dataTransfer: data(file) });
  expect(screen.getByText("여기에 놓으면 올라가요. 위치: demo-reports / inbox /")).toBeVisible();
  fireEvent.dragLeave(target, { relatedTarget: document.body });
  expect(screen.queryByText(/놓으면/)).toBeNull();
});

test("dropped files go to the place that is open", async () => {
  const { transfers, target } = open();
  fireEvent.drop(target, { dataTransfer: data(file) });
  await waitFor(() => {
    expect(transfers.add).toHaveBeenCalledWith(destination, [{ file }]);
  });
});

test("where nothing can be uploaded, a drag and a drop say why and add nothing", async () => {
  const { transfers, target } = open("no s3:PutObject");
  fireEvent.dragOver(target, { dataTransfer: data(file) });
  expect(screen.getByText("no s3:PutObject")).toBeVisible();
  expect(screen.queryByText(/놓으면/)).toBeNull();
  fireEvent.drop(target, { dataTransfer: data(file) });
  expect(await screen.findByRole("alert")).toHaveTextContent("no s3:PutObject");
  expect(within(screen.getByRole("alert")).getByRole("link")).toBeVisible();
  expect(transfers.add).not.toHaveBeenCalled();
});

test("where nothing can be uploaded, asking for the picker says why", async () => {
  const { target } = open("no s3:PutObject");
  await userEvent.click(target);
  expect(screen.getByRole("alert")).toHaveTextContent("no s3:PutObject");
  await userEvent.click(screen.getByRole("button", { name: "알림 닫기" }));
  expect(screen.queryByRole("alert")).toBeNull();
});

test("dropped text is refused with what can be dropped instead", () => {
  const { transfers, target } = open();
  fireEvent.drop(target, { dataTransfer: data() });
  expect(screen.getByRole("alert")).toHaveTextContent("텍스트는 올릴 수 없어요");
  expect(transfers.add).not.toHaveBeenCalled();
});

test("a file dropped beside the list does not replace the page", () => {
  open();
  const drop = createEvent.drop(document.body, { dataTransfer: data(file) });
  fireEvent(document.body, drop);
  expect(drop.defaultPrevented).toBe(true);
});
