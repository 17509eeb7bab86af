import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { AccountContext } from "@/features/accounts/AccountContext";
import { createAccountStore } from "@/features/accounts/accountStore";
import { noSignIn } from "@/testing/fakeSignIn";
import { downloadRow, fakeTransfers, row } from "@/testing/fakeTransfers";
import { registered } from "@/testing/handlers";
import type { TransferView } from "@/transfer/transfers";
import { AccountTransfers } from "./accountTransfers";
import { TransfersContext } from "./TransfersContext";
import { useReset } from "./useReset";

function open(...rows: TransferView[]) {
  const accounts = createAccountStore(localStorage, new EventTarget());
  accounts.register(registered);
  const all = new AccountTransfers(accounts, noSignIn(accounts));
  const transfers = fakeTransfers(...rows);
  all.current(() => transfers);
  const { result } = renderHook(useReset, {
    wrapper: ({ children }) => (
      <AccountContext value={accounts}>
        <TransfersContext value={all}>{children}</TransfersContext>
      </AccountContext>
    ),
  });
  const ask = () => {
    act(() => {
      result.current.ask();
    });
  };
  return { result, accounts, transfers, ask };
}

test("초기화 asks first while transfers of either direction, paused ones too, have not ended", () => {
  const { result, accounts, transfers, ask } = open(
    row("up", "uploading"),
    downloadRow("a.bin", "downloading"),
    downloadRow("b.bin", "paused"),
    downloadRow("c.bin", "done"),
  );
  ask();
  expect(result.current.dialog.count).toBe(3);
  expect(accounts.getSnapshot().account).not.toBeNull();
  act(() => {
    result.current.dialog.onReset();
  });
  expect(accounts.getSnapshot().account).toBeNull();
  expect(transfers.cancelAll).toHaveBeenCalledOnce();
});

test("초기화 does not ask once all have ended", () => {
  const { result, accounts, ask } = open(row("up", "done"), downloadRow("a.bin", "failed"));
  ask();
  expect(result.current.dialog.count).toBe(0);
  expect(accounts.getSnapshot().account).toBeNull();
});
