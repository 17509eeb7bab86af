import { screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { renderWith } from "@/testing/renderWith";
import { upload } from "./testUploads";
import { UnfinishedActions } from "./UnfinishedActions";
import type { UnfinishedUpload } from "./unfinished";

/** @returns what is told of presses of '이어서' */
function open(checksum: UnfinishedUpload["checksum"]) {
  const onResume = vi.fn();
  renderWith(
    <UnfinishedActions
      upload={upload("a.mp4", { checksum })}
      name="a.mp4"
      work={null}
      refusals={{ resume: null, abort: null, more: null }}
      onResume={onResume}
      onAbort={vi.fn()}
    />,
  );
  return onResume;
}

const button = (name: string) => screen.findByRole("button", { name });

test("an upload whose parts need checksums can only be aborted, and says why", async () => {
  const onResume = open({ algorithm: "CRC32", type: "composite" });
  const resume = await button("a.mp4 이어서 올리기");
  expect(resume).toHaveAttribute("aria-disabled", "true");
  expect(resume).toHaveAccessibleDescription(/조각마다 CRC32 체크섬/);
  await userEvent.click(resume);
  expect(onResume).not.toHaveBeenCalled();
  expect(await button("a.mp4 중단")).not.toHaveAttribute("aria-disabled");
});

test("a checksum of the whole object is no obstacle: S3 computes it itself", async () => {
  const onResume = open({ algorithm: "CRC64NVME", type: "full-object" });
  await userEvent.click(await button("a.mp4 이어서 올리기"));
  expect(onResume).toHaveBeenCalledOnce();
});
