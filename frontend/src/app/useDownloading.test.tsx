import { renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { fakeLocalFolder } from "@/testing/fakeLocalFolder";
import { fakeTransfers } from "@/testing/fakeTransfers";
import { LocalFolderContext } from "./LocalFolderContext";
import { useDownloading } from "./useDownloading";

const request = { bucket: "b", prefix: "", objects: [], prefixes: ["p/"], requesterPays: false };

function downloading(hasFolder: boolean) {
  const folder = fakeLocalFolder();
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
  expect(await download(request)).toBe(true);
  expect(transfers.download).toHaveBeenCalledExactlyOnceWith(request);
});

test("nothing is downloaded without a folder", async () => {
  const { download, transfers } = downloading(false);
  expect(await download(request)).toBe(false);
  expect(transfers.download).not.toHaveBeenCalled();
});
