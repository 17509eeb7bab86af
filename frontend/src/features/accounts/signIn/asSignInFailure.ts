/** Which of our failures each of Firebase's is: https://firebase.google.com/docs/auth/admin/errors */
import { SignInFailure, type SignInFailureCode } from "./SignInFailure";

const codes: Readonly<Record<string, SignInFailureCode>> = {
  "auth/popup-blocked": "popup_blocked",
  "auth/popup-closed-by-user": "popup_closed",
  "auth/cancelled-popup-request": "popup_closed",
  "auth/user-cancelled": "popup_closed",
  "auth/unauthorized-domain": "domain_unknown",
  "auth/unauthorized-continue-uri": "domain_unknown",
  "auth/network-request-failed": "network",
  "auth/timeout": "network",
  // The pop-up's own code comes from Google's servers and could not be loaded.
  "auth/internal-error": "network",
  "auth/user-token-expired": "ended",
  "auth/user-not-found": "ended",
  "auth/invalid-user-token": "ended",
  "auth/user-disabled": "disabled",
  "auth/invalid-email": "email_wrong",
  "auth/missing-email": "email_wrong",
  "auth/expired-action-code": "link_expired",
  "auth/invalid-action-code": "link_used",
  "auth/argument-error": "link_used",
  "auth/too-many-requests": "too_many",
  "auth/quota-exceeded": "too_many",
  "auth/operation-not-allowed": "provider_off",
  "auth/admin-restricted-operation": "provider_off",
  "auth/web-storage-unsupported": "storage",
  "auth/invalid-api-key": "setup",
  "auth/api-key-not-valid.-please-pass-a-valid-api-key.": "setup",
  "auth/auth-domain-config-required": "setup",
  "auth/configuration-not-found": "setup",
};

/** A chunk of Firebase's code that cannot be fetched is a matter of the network. */
export function asSignInFailure(cause: unknown): SignInFailure {
  if (cause instanceof SignInFailure) return cause;
  if (cause instanceof TypeError) return new SignInFailure("network");
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return new SignInFailure(codes[code] ?? "unknown");
}
