/** The place for signing in; what fills it is loaded when it is first shown. */
import { Suspense } from "react";
import { useTranslations } from "use-intl";
import { lazyWithWords } from "@/locales/lazyWithWords";
import { ErrorBoundary } from "@/ui/ErrorBoundary";
import { Skeleton } from "@/ui/Skeleton";
import { SignInNotLoaded } from "./SignInNotLoaded";
import type { SignInPanelProps } from "./SignInPanel";

const SignInPanel = lazyWithWords(async () => (await import("./SignInPanel")).SignInPanel);

export function SignInSection(props: SignInPanelProps) {
  const t = useTranslations("common");
  return (
    <ErrorBoundary fallback={SignInNotLoaded}>
      {/* As high as what comes, so that nothing below it moves. */}
      <div className="min-h-54">
        <Suspense fallback={<Skeleton label={t("loading")} rows={4} />}>
          <SignInPanel {...props} />
        </Suspense>
      </div>
    </ErrorBoundary>
  );
}
