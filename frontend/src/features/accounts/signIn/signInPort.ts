/** What signing in needs from the world: Firebase Auth. */
import type { Person } from "../account";

/** All may reject with a `SignInFailure`. */
export interface SignInPort {
  readonly current: () => Person | null;
  /** Hears of who it is now, and from then on of everybody else; also what other tabs do. */
  readonly onChange: (listener: (person: Person | null) => void) => () => void;
  /** Google's pop-up. */
  readonly google: () => Promise<Person>;
  /** Sends an e-mail whose link leads to this app. */
  readonly sendLink: (email: string) => Promise<void>;
  /** Signs in by the link; `email` has to be the address that it was sent to. */
  readonly finishLink: (email: string, link: string) => Promise<Person>;
  /** Of the current person, renewed when it is due, or in any case (`isForced`). */
  readonly idToken: (isForced: boolean) => Promise<string>;
  readonly signOut: () => Promise<void>;
}
