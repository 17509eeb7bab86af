/** Where a person is on the way to being signed in, what went wrong, and what they can do next. */
import { useEffect, useRef, useState } from "react";
import { ApiError } from "@/api/ApiError";
import type { Person } from "../account";
import { asSignInFailure } from "./asSignInFailure";
import { useSignInSession } from "./SignInContext";
import type { SignInFailureCode } from "./SignInFailure";
import { linkEmail } from "./signInLink";

/** `address`: a link was opened in another browser than it was asked for in, so the address is asked. */
export type SignInStep = "choose" | "sending" | "popup" | "sent" | "address" | "finishing";

export type SignInTrouble =
  | { readonly kind: "failure"; readonly code: SignInFailureCode }
  /** The API does not want who has signed in. */
  | { readonly kind: "refused"; readonly error: ApiError; readonly email: string | null };

export interface SignIn {
  readonly step: SignInStep;
  readonly trouble: SignInTrouble | null;
  readonly email: string;
  readonly setEmail: (email: string) => void;
  readonly google: () => void;
  /** Sends a link, or the same once more. */
  readonly sendLink: () => void;
  /** Uses the link that the page was opened by. */
  readonly finishLink: () => void;
  readonly startOver: () => void;
}

/** After these a link is good for nothing; after others it can be tried again. */
const spent: ReadonlySet<SignInFailureCode> = new Set(["link_expired", "link_used", "disabled"]);

function firstStep(hasLink: boolean, remembered: string | null): SignInStep {
  if (!hasLink) return "choose";
  return remembered === null ? "address" : "finishing";
}

export function useSignIn(initialEmail = ""): SignIn {
  const session = useSignInSession();
  const remembered = linkEmail.read();
  const [email, setEmail] = useState(remembered ?? initialEmail);
  const [step, setStep] = useState<SignInStep>(() => firstStep(session.link !== null, remembered));
  const [trouble, setTrouble] = useState<SignInTrouble | null>(null);

  const failed = (cause: unknown, at: SignInStep) => {
    setTrouble({ kind: "failure", code: asSignInFailure(cause).code });
    setStep(at);
  };
  const enter = async (person: Person) => {
    try {
      await session.accept(person);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setTrouble({ kind: "refused", error, email: person.email });
      setStep("choose");
    }
  };
  const google = async () => {
    setTrouble(null);
    setStep("popup");
    try {
      await enter(await (await session.port()).google());
    } catch (cause) {
      failed(cause, "choose");
    }
  };
  const sendLink = async () => {
    const before = step;
    setTrouble(null);
    setStep("sending");
    try {
      await (await session.port()).sendLink(email.trim());
      linkEmail.keep(email.trim());
      setStep("sent");
    } catch (cause) {
      failed(cause, before);
    }
  };
  const finishLink = async () => {
    const link = session.link;
    if (link === null) return;
    setTrouble(null);
    setStep("finishing");
    try {
      const person = await (await session.port()).finishLink(email.trim(), link);
      session.dropLink();
      linkEmail.forget();
      await enter(person);
    } catch (cause) {
      const isSpent = spent.has(asSignInFailure(cause).code);
      if (isSpent) session.dropLink();
      failed(cause, isSpent ? "choose" : "address");
    }
  };
  const isBegun = useRef(false);
  useEffect(() => {
    if (step !== "finishing" || isBegun.current) return;
    isBegun.current = true; // React's strict mode mounts twice, and a link works once
    void finishLink();
  });
  const startOver = () => {
    session.dropLink();
    setTrouble(null);
    setStep("choose");
  };
  return {
    step,
    trouble,
    email,
    setEmail,
    google: () => void google(),
    sendLink: () => void sendLink(),
    finishLink: () => void finishLink(),
    startOver,
  };
}
