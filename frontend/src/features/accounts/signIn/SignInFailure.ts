/** Why signing in did not work, in the words of this app. */

/** `setup`: the deployment's Firebase project; `ended`: the person is signed out, disabled or deleted. */
export type SignInFailureCode =
  | "popup_blocked"
  | "popup_closed"
  | "domain_unknown"
  | "network"
  | "ended"
  | "disabled"
  | "email_wrong"
  | "link_expired"
  | "link_used"
  | "too_many"
  | "provider_off"
  | "storage"
  | "setup"
  | "unknown";

export class SignInFailure extends Error {
  override readonly name = "SignInFailure";

  constructor(readonly code: SignInFailureCode) {
    super(code);
  }
}
