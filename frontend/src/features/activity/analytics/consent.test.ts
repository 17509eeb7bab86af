/** What is remembered of a person's choice about analytics. */
import { expect, test } from "vitest";
import { createConsentStore, type PrivacySignals } from "./consent";

const open = (signals: PrivacySignals = {}, tabs = new EventTarget()) =>
  createConsentStore(localStorage, signals, tabs);

test("nobody has agreed before they are asked", () => {
  expect(open().get()).toBe("unasked");
});

test.each(["agreed", "declined"] as const)("%s is still there after a reload", (answer) => {
  open().set(answer);
  expect(open().get()).toBe(answer);
});

test.each<PrivacySignals>([{ doNotTrack: "1" }, { globalPrivacyControl: true }])(
  "a browser that says %o is not asked, and may still be told to agree",
  (signals) => {
    const store = open(signals);
    expect(store.get()).toBe("declined");
    store.set("agreed");
    expect(open(signals).get()).toBe("agreed");
  },
);

test("another tab hears at once that consent was withdrawn", () => {
  const tabs = new EventTarget();
  open().set("agreed");
  const store = open({}, tabs);
  let heard = 0;
  store.subscribe(() => (heard += 1));
  localStorage.setItem("s3loader.analytics", "declined");
  tabs.dispatchEvent(new StorageEvent("storage", { key: "s3loader.analytics" }));
  expect([store.get(), heard]).toEqual(["declined", 1]);
});

test("without room to remember it, an answer holds for this page and withdraws an older one", () => {
  open().set("agreed");
  const full = Object.create(localStorage, {
    getItem: { value: (key: string) => localStorage.getItem(key) },
    removeItem: {
      value: (key: string) => {
        localStorage.removeItem(key);
      },
    },
    setItem: {
      value: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    },
  }) as Storage;
  const store = createConsentStore(full, {}, new EventTarget());
  store.set("declined");
  expect(store.get()).toBe("declined");
  expect(open().get()).toBe("unasked");
});
