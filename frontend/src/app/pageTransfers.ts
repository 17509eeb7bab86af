/** The transfers of this page: they go on while the account form is open, so no component owns them. */
import type { Api } from "@/api/client";
import type { Config } from "@/api/useConfig";
import { createBrowserTransfers } from "@/transfer/browser";
import type { Transfers, TransferStatus } from "@/transfer/transfers";

const unfinished = new Set<TransferStatus>(["waiting", "uploading", "confirming", "conflict"]);

const created = new WeakMap<Api, Transfers>();

export function pageTransfers(api: Api, config: Config): Transfers {
  const transfers = created.get(api) ?? createBrowserTransfers(api, config);
  created.set(api, transfers);
  return transfers;
}

/** Ids of the transfers that would be lost with their account. */
export function unfinishedTransfers(api: Api): readonly string[] {
  const all = created.get(api)?.getSnapshot().transfers ?? [];
  return all.filter(({ status }) => unfinished.has(status)).map(({ id }) => id);
}

export function cancelTransfers(api: Api, ids: readonly string[]): void {
  created.get(api)?.cancel(ids);
}
