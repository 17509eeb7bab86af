/** The panel of the test object, over answers of a mock API. */
import { vi } from "vitest";
import { renderWith } from "@/testing/renderWith";
import { ObjectPanel, type ObjectPanelProps } from "../ObjectPanel";
import { key } from "./details";

/** What the panel has told its page; call `mockReset` before each test. */
export const heard = { onDownload: vi.fn(), onClose: vi.fn() };

export const open = (more: Partial<ObjectPanelProps> = {}) =>
  renderWith(
    <ObjectPanel
      {...heard}
      bucket="demo"
      objectKey={key}
      requesterPays={false}
      corsHref="/b/demo/cors"
      downloadRefusal={null}
      {...more}
    />,
  );
