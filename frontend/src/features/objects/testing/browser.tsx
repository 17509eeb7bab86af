/** The object browser over answers of a mock API, for tests. */
import { screen, within } from "@testing-library/react";
import { HttpResponse } from "msw";
import { useState } from "react";
import { vi } from "vitest";
import type { components } from "@/api/schema.gen";
import { on } from "@/testing/handlers";
import { renderWith } from "@/testing/renderWith";
import { server } from "@/testing/server";
import type { CompletedTransfer } from "@/transfer/transfers";
import type { Gates } from "../gates";
import { ObjectBrowser, type ObjectBrowserProps } from "../ObjectBrowser";

type ObjectPage = components["schemas"]["ObjectPage"];

export const object = (key: string, size = 1000) => ({
  key,
  size,
  lastModified: "2026-11-20T01:11:00Z",
  etag: "x",
  storageClass: "STANDARD",
});

export const page = (
  objects: ObjectPage["objects"],
  more: Partial<ObjectPage> = {},
): ObjectPage => ({ prefixes: [], objects, nextCursor: null, prefixExists: true, ...more });

/** Answers a listing by its prefix and cursor. */
export function listing(answers: Record<string, ObjectPage>): void {
  server.use(
    on("get", "/api/objects", ({ request }) => {
      const { searchParams } = new URL(request.url);
      const at = `${searchParams.get("prefix") ?? ""}${searchParams.get("cursor") ?? ""}`;
      return HttpResponse.json(answers[at] ?? page([]));
    }),
  );
}

export const allOpen: Gates = {
  upload: null,
  download: null,
  delete: null,
  more: <a href="/more">more</a>,
};

/** What the browser has told its page; call `mockReset` before each test. */
export const heard = {
  onUpload: vi.fn(),
  onDownload: vi.fn<ObjectBrowserProps["onDownload"]>(),
  prepareDownload: vi.fn(),
  onDeleteDenied: vi.fn(),
  onDeleted: vi.fn(),
  onDetails: vi.fn(),
  onInstead: vi.fn(),
};

export interface BrowserOptions {
  readonly prefix?: string;
  readonly requesterPays?: boolean;
  readonly gates?: Gates;
  readonly detailsKey?: string;
  readonly listable?: readonly string[] | undefined;
}

let tell: (done: CompletedTransfer) => void;

/** An upload has completed. */
export function completed(done: CompletedTransfer): void {
  tell(done);
}

function Browser({ prefix: start = "", gates = allOpen, ...rest }: BrowserOptions) {
  const [prefix, setPrefix] = useState(start);
  const [requesterPays, setRequesterPays] = useState(rest.requesterPays ?? false);
  return (
    <ObjectBrowser
      {...heard}
      bucket="demo"
      prefix={prefix}
      requesterPays={requesterPays}
      onRequesterPays={setRequesterPays}
      detailsKey={rest.detailsKey ?? null}
      hrefOf={(to) => `/b/demo?prefix=${encodeURIComponent(to)}`}
      onNavigate={setPrefix}
      gates={gates}
      listable={"listable" in rest ? rest.listable : []}
      transfers={{
        onCompleted: (listener) => {
          tell = listener;
          return () => undefined;
        },
      }}
    />
  );
}

export const open = (options: BrowserOptions = {}) => renderWith(<Browser {...options} />);

/** The names in the list, from the top. */
export const names = () =>
  screen
    .getAllByRole("row")
    .slice(1)
    .map((row) => within(row).getAllByRole("gridcell")[1]?.querySelector(".sr-only")?.textContent);

export const row = (name: RegExp | string) => screen.findByRole("row", { name });

/** The names of the selected rows. */
export const selected = () =>
  screen
    .queryAllByRole("row", { selected: true })
    .map((found) => within(found).getByRole("checkbox").getAttribute("aria-label"));
