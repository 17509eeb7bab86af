/** The page of the grid benchmark: the real list over generated answers of the API. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { IntlProvider } from "use-intl";
import { ApiContext } from "../src/api/ApiContext";
import type { Api } from "../src/api/client";
import type { components } from "../src/api/schema.gen";
import { ObjectBrowser } from "../src/features/objects/ObjectBrowser";
import { toListingPage } from "../src/features/objects/listingPage";
import { listingKey } from "../src/features/objects/useListing";
import ko from "../src/locales/ko.json";
import "../src/ui/theme.css";

type ObjectPage = components["schemas"]["ObjectPage"];

const place = { bucket: "bench", prefix: "2026/보고서/", requesterPays: false };
const pageSize = 1000;
const queries = new QueryClient();
let answer: (page: { data: ObjectPage; response: Response }) => void;

// Each call waits until `deliver` answers it, so that only what the browser does is measured.
const api = {
  GET: () =>
    new Promise((resolve) => {
      answer = resolve;
    }),
} as unknown as Api;

/** A page as the API sends it; parsed from text, because strings of JSON take memory of their own. */
function answerOf(number: number): ObjectPage {
  const objects = Array.from({ length: pageSize }, (_, row) => {
    const at = number * pageSize + row;
    return {
      key: `${place.prefix}${String(at).padStart(7, "0")} 분기 실적 ${(at * 7919) % 1000}.xlsx`,
      size: (at * 7919) % 5_000_000_000,
      lastModified: new Date(1.7e12 + at * 60_000).toISOString(),
      etag: String(at).padStart(32, "0"),
      storageClass: "STANDARD",
    };
  });
  const page = { prefixes: [], objects, nextCursor: String(number + 1) };
  return JSON.parse(JSON.stringify(page)) as ObjectPage;
}

function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await painted();
}

const rows = () => document.querySelectorAll("[role=row][data-row]").length;

/** Milliseconds from having `count` objects to seeing the first of them. */
async function firstRow(count: number): Promise<number> {
  const numbers = Array.from({ length: count / pageSize }, (_, number) => number);
  const pages = numbers.map((number) => toListingPage(answerOf(number), place.prefix));
  await queries.cancelQueries({ queryKey: listingKey(place) });
  await painted();
  const begin = performance.now();
  queries.setQueryData(listingKey(place), {
    pages,
    pageParams: numbers.map((number) => (number === 0 ? null : String(number))),
  });
  await until(() => rows() > 1);
  await painted();
  return performance.now() - begin;
}

/** Milliseconds from the answer of a further page to seeing that it is there. */
async function furtherPage(number: number): Promise<number> {
  const data = answerOf(number);
  const status = [...document.querySelectorAll("[role=status]")].at(-1);
  const before = status?.textContent;
  if (before === undefined) throw new Error("no list");
  [...document.querySelectorAll("button")]
    .find((button) => button.textContent === ko.objects.loadMore)
    ?.click();
  await painted();
  const begin = performance.now();
  answer({ data, response: new Response() });
  await until(() => status?.textContent !== before);
  const taken = performance.now() - begin;
  const loaded = ((number + 1) * pageSize).toLocaleString("ko");
  if (!status?.textContent.startsWith(loaded)) throw new Error(`${status?.textContent}`);
  return taken;
}

/** Lengths of the frames, in milliseconds, while the list is scrolled by `step` pixels in each. */
async function scroll(frames: number, step: number): Promise<number[]> {
  const scroller = document.querySelector("[role=grid]")?.parentElement;
  const lengths: number[] = [];
  let last = await frame();
  for (let i = 0; i < frames; i++) {
    scroller?.scrollBy(0, step);
    const now = await frame();
    lengths.push(now - last);
    last = now;
  }
  return lengths;
}

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

Object.assign(window, { bench: { firstRow, furtherPage, scroll } });

createRoot(document.getElementById("root") ?? document.body).render(
  <IntlProvider locale="ko" messages={ko} timeZone="Asia/Seoul">
    <QueryClientProvider client={queries}>
      <ApiContext value={api}>
        <ObjectBrowser
          {...place}
          hrefOf={(prefix) => `?prefix=${prefix}`}
          onNavigate={() => undefined}
          gates={{ upload: null, download: null, delete: null, more: null }}
          onRequesterPays={() => undefined}
          onDownload={() => Promise.resolve("no-folder")}
          prepareDownload={() => undefined}
          onDetails={() => undefined}
          detailsKey={null}
          onDeleteDenied={() => undefined}
          onDeleted={() => undefined}
          listable={[]}
          onInstead={() => undefined}
          onUpload={() => undefined}
          transfers={{ onCompleted: () => () => undefined }}
        />
      </ApiContext>
    </QueryClientProvider>
  </IntlProvider>,
);
