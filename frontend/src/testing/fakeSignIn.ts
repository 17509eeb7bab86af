/** Firebase Auth as a test wants it: who may sign in, what fails, and ID tokens that carry a uid. */
import { vi } from "vitest";
import type { AccountStore } from "@/features/accounts/accountStore";
import type { Person } from "@/features/accounts/account";
import { SignInFailure, type SignInFailureCode } from "@/features/accounts/signIn/SignInFailure";
import type { SignInPort } from "@/features/accounts/signIn/signInPort";
import { SignInSession } from "@/features/accounts/signIn/SignInSession";

export const lee: Person = { uid: "uid-lee", email: "lee@example.com" };

/** As Firebase makes them, without a signature; `mark` tells two of the same person apart. */
export function idTokenOf({ uid }: Pick<Person, "uid">, mark = "1"): string {
  return `e30.${btoa(JSON.stringify({ sub: uid, mark }))}.none`;
}

/** `person`: who is signed in at the start; `next`: who signs in by any way. */
export function fakeSignIn(person: Person | null = null, next: Person = lee) {
  let renewals = 1;
  let now = person;
  let failing: SignInFailureCode | null = null;
  const listeners = new Set<(person: Person | null) => void>();
  const become = (who: Person | null) => {
    now = who;
    for (const listener of listeners) listener(who);
  };
  const answer = <Value>(value: () => Value): Promise<Value> =>
    failing === null ? Promise.resolve(value()) : Promise.reject(new SignInFailure(failing));
  const enter = () => {
    become(next);
    return next;
  };
  const signOut = () => {
    become(null);
  };
  return {
    current: () => now,
    onChange: (listener: (person: Person | null) => void) => {
      listeners.add(listener);
      listener(now);
      return () => listeners.delete(listener);
    },
    google: vi.fn(() => answer(enter)),
    sendLink: vi.fn<SignInPort["sendLink"]>(() => answer(() => undefined)),
    finishLink: vi.fn<SignInPort["finishLink"]>(() => answer(enter)),
    idToken: (isForced: boolean) =>
      answer(() => {
        if (now === null) throw new SignInFailure("ended");
        if (isForced) renewals += 1;
        return idTokenOf(now, String(renewals));
      }),
    signOut: vi.fn(() => answer(signOut)),
    /** From now on everything fails so, or works again. */
    fail: (code: SignInFailureCode | null) => {
      failing = code;
    },
    /** What another tab, or Firebase itself, brings about. */
    become,
  } satisfies SignInPort & { fail: unknown; become: unknown };
}

/** For accounts of keys: nothing may load Firebase. */
export function noSignIn(accounts: AccountStore): SignInSession {
  return new SignInSession(accounts, () => Promise.reject(new Error("Firebase was loaded")));
}
