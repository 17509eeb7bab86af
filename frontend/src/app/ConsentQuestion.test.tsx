/** When a person is asked about analytics. */
import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { createConsentStore, type PrivacySignals } from "@/features/activity/analytics/consent";
import { config } from "@/testing/handlers";
import { loadPageWords } from "@/testing/pageWords";
import { renderWith } from "@/testing/renderWith";
import { Activity } from "./activity";
import { ActivityContext } from "./ActivityContext";
import { ConsentQuestion } from "./ConsentQuestion";
import { contentId } from "./content";

const measured = { ...config, firebase: { measurementId: "G-DEMO" } };

beforeAll(async () => {
  await import("@/features/activity/analytics/ConsentBar");
  await loadPageWords();
}, 60_000);

async function show(shown = measured as typeof config, signals: PrivacySignals = {}) {
  const activity = new Activity(createConsentStore(localStorage, signals, new EventTarget()));
  await act(async () => {
    renderWith(
      <ActivityContext value={activity}>
        <main id={contentId} tabIndex={-1} />
        <ConsentQuestion config={shown} />
      </ActivityContext>,
    );
    await Promise.resolve();
  });
  return activity.consent;
}

const question = () => screen.queryByRole("region", { name: /Google에 보내도 될까요/ });

test("where analytics are configured a person is asked, and once they have answered no more", async () => {
  const consent = await show();
  await userEvent.click(await screen.findByRole("button", { name: "동의" }));
  expect(consent.get()).toBe("agreed");
  expect(question()).toBeNull();
  expect(screen.getByRole("main")).toHaveFocus();
});

test("a deployment without analytics asks nothing", async () => {
  await show({ ...config, firebase: { projectId: "demo" } });
  expect(question()).toBeNull();
});

test("who has told the browser not to be tracked is not asked", async () => {
  await show(measured, { globalPrivacyControl: true });
  expect(question()).toBeNull();
});
