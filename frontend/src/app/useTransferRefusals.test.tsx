import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import {
  effectiveKey,
  type EffectivePermissions,
  type Place,
} from "@/features/permissions/useEffective";
import { downloadRow, fakeTransfers, row } from "@/testing/fakeTransfers";
import { effective } from "@/testing/permissions";
import type { TransferView } from "@/transfer/transfers";
import { useTransferRefusals } from "./useTransferRefusals";

const here = { bucket: "demo", prefix: "in/" };
const elsewhere = { bucket: "demo", prefix: "out/" };

type Failure = NonNullable<TransferView["failure"]>;

const failed = (id: string, failure: Partial<Failure>, more: Partial<TransferView> = {}) =>
  row(id, "failed", {
    failure: { code: "internal", params: {}, requestId: null, ...failure },
    ...more,
  });
const refused = { code: "s3_access_denied" } as const;

/** The page at `here`, where as elsewhere everything is thought to be allowed. */
function open(...before: TransferView[]) {
  const queries = new QueryClient();
  for (const place of [here, elsewhere]) {
    queries.setQueryData(effectiveKey(place), effective(place.bucket, place.prefix));
  }
  const transfers = fakeTransfers(...before);
  renderHook(
    () => {
      useTransferRefusals(transfers, here);
    },
    {
      wrapper: ({ children }) => (
        <QueryClientProvider client={queries}>{children}</QueryClientProvider>
      ),
    },
  );
  return {
    show: (...rows: TransferView[]) => {
      act(() => {
        transfers.show(rows);
      });
    },
    /** The actions that are known to be denied at a place. */
    deniedAt: (place: Place) =>
      queries
        .getQueryData<EffectivePermissions>(effectiveKey(place))
        ?.actions.filter(({ verdict }) => verdict === "denied")
        .map(({ action }) => action),
  };
}

test("an upload that S3 refuses settles uploads to its place, and to no other", () => {
  const { show, deniedAt } = open();
  show(failed("a", refused));
  expect(deniedAt(here)).toEqual(["s3:PutObject"]);
  expect(deniedAt(elsewhere)).toEqual([]);
});

test("the action that the API names as refused is the one that is settled", () => {
  const { show, deniedAt } = open();
  const params = { action: "s3:AbortMultipartUpload" };
  show(failed("a", { code: "access_denied", params }));
  expect(deniedAt(here)).toEqual(["s3:AbortMultipartUpload"]);
});

test("where another upload arrived, a refusal is about one name and settles nothing", () => {
  const { show, deniedAt } = open();
  show(failed("a", refused), row("b", "done"));
  expect(deniedAt(here)).toEqual([]);
});

test("a refusal at another place and a failure of another kind settle nothing here", () => {
  const { show, deniedAt } = open();
  show(failed("a", refused, { prefix: "out/" }), failed("b", { code: "network_failed" }));
  expect(deniedAt(here)).toEqual([]);
});

test("a refusal from before the page was opened is not held against it", () => {
  const before = failed("a", refused);
  const { show, deniedAt } = open(before);
  show(before);
  expect(deniedAt(here)).toEqual([]);
});

test("a download that S3 refuses settles downloads, whatever was uploaded beside it", () => {
  const { show, deniedAt } = open();
  const failure = { code: "get_denied", params: {}, requestId: null } as const;
  show(row("up", "done"), downloadRow("a.bin", "failed", { failure }));
  expect(deniedAt(here)).toEqual(["s3:GetObject"]);
});
