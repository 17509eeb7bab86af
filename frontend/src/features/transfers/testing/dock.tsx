/** A dock on the screen, with transfers and a local folder that a test sets by hand. */
import { act } from "@testing-library/react";
import { vi } from "vitest";
import { fakeLocalFolder } from "@/testing/fakeLocalFolder";
import { fakeTransfers } from "@/testing/fakeTransfers";
import { loadPageWords } from "@/testing/pageWords";
import { renderWith, type RenderOptions } from "@/testing/renderWith";
import type { LocalFolderState } from "@/transfer/localFolder";
import type { TransferView } from "@/transfer/transfers";
import { TransferDock } from "../TransferDock";

export interface DockOptions extends RenderOptions {
  readonly folder?: LocalFolderState;
  readonly onGone?: () => void;
}

/** What the dock loads when it needs it; a test that shows more than rows loads it before. */
export async function loadLaterParts(): Promise<void> {
  await import("../ConflictDialog");
  await import("../downloads/DownloadNote");
  await import("../downloads/FolderBar");
  await import("../pausing/ForgetfulNotice");
  await import("../pausing/PauseBars");
  await import("../pausing/UnusedNotice");
  await import("../verifying/UnverifiedNote");
  await import("../verifying/VerificationMeaning");
  await loadPageWords();
}

export async function openDock(rows: readonly TransferView[], options: DockOptions = {}) {
  const { folder: state, onGone = vi.fn(), ...rest } = options;
  const transfers = fakeTransfers(...rows);
  const folder = fakeLocalFolder(state);
  await settled(() => {
    renderWith(
      <TransferDock
        transfers={transfers}
        folder={folder}
        corsHrefOf={(bucket, prefix) => `/doctor/${bucket}/${prefix}`}
        onGone={onGone}
      />,
      rest,
    );
  });
  /** What the engine would publish next. */
  const show = (...next: Parameters<typeof transfers.show>) =>
    settled(() => {
      transfers.show(...next);
    });
  return { transfers, folder, show };
}

/** React shows what is loaded lazily only in a later turn, though it is here already. */
async function settled(change: () => void): Promise<void> {
  await act(async () => {
    change();
    await Promise.resolve();
  });
}
