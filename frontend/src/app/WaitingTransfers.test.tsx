import { act, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { createAccountStore } from "@/features/accounts/accountStore";
import { fakeTransfers, row } from "@/testing/fakeTransfers";
import { registered } from "@/testing/handlers";
import { renderWith } from "@/testing/renderWith";
import { noSignIn } from "@/testing/fakeSignIn";
import { AccountTransfers } from "./accountTransfers";
import { TransfersContext } from "./TransfersContext";
import { WaitingTransfers } from "./WaitingTransfers";

test("a refused account's form says how many transfers wait for it, as long as any do", () => {
  const accounts = createAccountStore(localStorage, new EventTarget());
  accounts.register(registered);
  const all = new AccountTransfers(accounts, noSignIn(accounts));
  const transfers = fakeTransfers(row("a", "uploading"), row("b", "waiting"), row("c", "done"));
  all.current(() => transfers);
  accounts.refuse("token_invalid", registered.token);
  renderWith(
    <TransfersContext value={all}>
      <WaitingTransfers />
    </TransfersContext>,
  );
  expect(screen.getByText("전송 2개가 계정을 기다리고 있어요")).toBeVisible();
  act(() => {
    transfers.show([row("a", "done"), row("b", "failed"), row("c", "done")]);
  });
  expect(screen.queryByText(/기다리고/)).toBeNull();
});
