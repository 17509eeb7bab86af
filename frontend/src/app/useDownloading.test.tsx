import { renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { fakeLocalFolder } from "@/testing/fakeLocalFolder";
import { fakeTransfers } from "@/testing/fakeTransfers";
import type { LocalFolderState } from "@/transfer/localFolder";
import { LocalFolderContext } from "./LocalFolderContext";
import { useDownloading } from "./useDownloading";

const request = { bucket: "b", prefix: "", objects: [], prefixes: ["p/"], requesterPays: false };

function downloading(hasFolder: boolean, state: LocalFolderState = { kind: "none" }) {
  const folder = fakeLocalFolder(state);
  folder.ensure.mockResolvedValue(hasFolder);
  const transfers = fakeTransfers();
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <LocalFolderContext value={folder}>{children}</LocalFolderContext>
  );
  const { result } = renderHook(() => useDownloading(transfers), { wrapper });
  return { ...result.current, transfers };
}

test("a download begins once there is a folder", async () => {
  const { download, transfers } = downloading(true);
  expect(await download(request)).toBe("begun");
  expect(transfers.download).toHaveBeenCalledExactlyOnceWith(request);
});

test("nothing is downloaded without a folder", async () => {
  const { download, transfers } = downloading(false);
  expect(await download(request)).toBe("no-folder");
  expect(transfers.download).not.toHaveBeenCalled();
});

for (const permission of ["denied", "prompt"] as const) {
  test(`a folder that may not be written to is told from none: ${permission}`, async () => {
    const { download, transfers } = downloading(false, { kind: "chosen", name: "f", permission });
    expect(await download(request)).toBe("refused");
    expect(transfers.download).not.toHaveBeenCalled();
  });
}
