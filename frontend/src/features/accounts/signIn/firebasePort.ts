/** Signing in by Firebase Auth, which is loaded with this module; the session lies in IndexedDB. */
import {
  browserPopupRedirectResolver,
  connectAuthEmulator,
  GoogleAuthProvider,
  indexedDBLocalPersistence,
  initializeAuth,
  onAuthStateChanged,
  sendSignInLinkToEmail,
  signInWithEmailLink,
  signInWithPopup,
  signOut,
  type Auth,
  type User,
} from "firebase/auth";
import type { Config } from "@/api/useConfig";
import { firebaseApp } from "@/firebase/app";
import type { Person } from "../account";
import { asSignInFailure } from "./asSignInFailure";
import { SignInFailure } from "./SignInFailure";
import type { SignInPort } from "./signInPort";

/** Resolves when Firebase knows who was signed in before. */
export async function firebasePort({
  firebase,
  signIn,
}: Pick<Config, "firebase" | "signIn">): Promise<SignInPort> {
  if (firebase === null) throw new SignInFailure("setup");
  const auth = initializeAuth(await firebaseApp(firebase), {
    persistence: indexedDBLocalPersistence,
  });
  // Its banner would cover the page, and it warns of passwords, which nobody enters here.
  if (signIn.emulator) connectAuthEmulator(auth, signIn.emulator, { disableWarnings: true });
  await auth.authStateReady();
  return portOf(auth);
}

function portOf(auth: Auth): SignInPort {
  return {
    current: () => auth.currentUser && personOf(auth.currentUser),
    onChange: (listener) =>
      onAuthStateChanged(auth, (user) => {
        listener(user && personOf(user));
      }),
    google: () => explained(() => google(auth)),
    sendLink: (email) => explained(() => sendLink(auth, email)),
    finishLink: (email, link) =>
      explained(async () => personOf((await signInWithEmailLink(auth, email, link)).user)),
    idToken: (isForced) => explained(() => idToken(auth, isForced)),
    signOut: () => explained(() => signOut(auth)),
  };
}

function personOf({ uid, email }: User): Person {
  return { uid, email };
}

async function google(auth: Auth): Promise<Person> {
  speak(auth);
  const provider = new GoogleAuthProvider().setCustomParameters({ prompt: "select_account" });
  // Only here: given to `initializeAuth`, it would load Google's code on some phones at every start.
  return personOf((await signInWithPopup(auth, provider, browserPopupRedirectResolver)).user);
}

/** The link leads to the start and not to the open path, which is no business of a mail server. */
async function sendLink(auth: Auth, email: string): Promise<void> {
  speak(auth);
  const url = `${location.origin}/`;
  await sendSignInLinkToEmail(auth, email, { url, handleCodeInApp: true });
}

async function idToken({ currentUser }: Auth, isForced: boolean): Promise<string> {
  if (currentUser === null) throw new SignInFailure("ended");
  return currentUser.getIdToken(isForced);
}

/** The e-mail and the pop-up are in the language of the page. */
function speak(auth: Auth): void {
  auth.languageCode = document.documentElement.lang;
}

async function explained<Value>(act: () => Promise<Value>): Promise<Value> {
  try {
    return await act();
  } catch (cause) {
    throw asSignInFailure(cause);
  }
}
