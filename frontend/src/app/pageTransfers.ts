/** The transfers of this page: they go on while the account form is open, so no component owns them. */
import type { Api } from "@/api/client";
import type { Config } from "@/api/useConfig";
import { createBrowserTransfers } from "@/transfer/browser";
import type { Transfers } from "@/transfer/transfers";

const created = new WeakMap<Api, Transfers>();

export function pageTransfers(api: Api, config: Config): Transfers {
  const transfers = created.get(api) ?? createBrowserTransfers(api, config);
  created.set(api, transfers);
  return transfers;
}
