/** Asks about analytics where this deployment has them and nobody has answered yet. */
import { Suspense } from "react";
import type { Config } from "@/api/useConfig";
import { useConsent } from "@/features/activity/analytics/useConsent";
import { lazyWithWords } from "@/locales/lazyWithWords";
import { ErrorBoundary } from "@/ui/ErrorBoundary";
import { useActivity } from "./ActivityContext";
import { focusContent } from "./content";
import { measuredConfig } from "./measuredConfig";

const ConsentBar = lazyWithWords(
  async () => (await import("@/features/activity/analytics/ConsentBar")).ConsentBar,
);

export function ConsentQuestion({ config }: { readonly config: Config }) {
  const { consent } = useActivity();
  const isUnasked = useConsent(consent) === "unasked";
  if (!isUnasked || measuredConfig(config) === null) return null;
  return (
    // A question that cannot be loaded is asked another time.
    <ErrorBoundary fallback={Nothing}>
      <Suspense>
        <ConsentBar
          onAnswer={(answer) => {
            consent.set(answer);
            focusContent();
          }}
        />
      </Suspense>
    </ErrorBoundary>
  );
}

function Nothing() {
  return null;
}
