/** The root of the tree: what every screen needs, around the screen. */
import { QueryClientProvider } from "@tanstack/react-query";
import { Suspense } from "react";
import { ApiContext } from "@/api/ApiContext";
import { AccountContext } from "@/features/accounts/AccountContext";
import { SignInContext } from "@/features/accounts/signIn/SignInContext";
import { ErrorBoundary } from "@/ui/ErrorBoundary";
import { Crash } from "./Crash";
import { CrashWithoutWords } from "./CrashWithoutWords";
import { Gate } from "./Gate";
import { LanguageProvider } from "./LanguageProvider";
import { LocalFolderContext } from "./LocalFolderContext";
import type { Services } from "./services";
import { TransfersContext } from "./TransfersContext";

export function App({ services }: { readonly services: Services }) {
  return (
    <ErrorBoundary fallback={CrashWithoutWords}>
      <Suspense>
        <LanguageProvider>
          <ErrorBoundary fallback={Crash}>
            <QueryClientProvider client={services.queries}>
              <ApiContext value={services.api}>
                <AccountContext value={services.accounts}>
                  <SignInContext value={services.signIn}>
                    <TransfersContext value={services.transfers}>
                      <LocalFolderContext value={services.localFolder}>
                        <Gate />
                      </LocalFolderContext>
                    </TransfersContext>
                  </SignInContext>
                </AccountContext>
              </ApiContext>
            </QueryClientProvider>
          </ErrorBoundary>
        </LanguageProvider>
      </Suspense>
    </ErrorBoundary>
  );
}
