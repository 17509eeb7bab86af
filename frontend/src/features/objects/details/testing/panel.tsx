/** The panel of the test object, over answers of a mock API. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { vi } from "vitest";
import { renderWith } from "@/testing/renderWith";
import { ObjectPanel, type ObjectPanelProps } from "../ObjectPanel";
import { key } from "./details";

/** What the panel has told its page; call `mockReset` before each test. */
export const heard = { onDownload: vi.fn<ObjectPanelProps["onDownload"]>(), onClose: vi.fn() };

/** `queries` keeps what was fetched; `beside` is rendered with the panel. */
export const open = (
  more: Partial<ObjectPanelProps> = {},
  queries = new QueryClient({ defaultOptions: { queries: { retry: false } } }),
  beside: ReactNode = null,
) =>
  renderWith(
    <QueryClientProvider client={queries}>
      {beside}
      <ObjectPanel
        {...heard}
        bucket="demo"
        objectKey={key}
        requesterPays={false}
        corsHref="/b/demo/cors"
        downloadRefusal={null}
        {...more}
      />
    </QueryClientProvider>,
  );
