/** Hands the sign-in of this page to components. */
import { createContext, use } from "react";
import type { SignInSession } from "./SignInSession";

export const SignInContext = createContext<SignInSession | null>(null);

export function useSignInSession(): SignInSession {
  const session = use(SignInContext);
  if (session === null) throw new Error("useSignInSession needs a SignInContext above it");
  return session;
}
