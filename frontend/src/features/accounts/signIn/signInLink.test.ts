import { afterEach, expect, test } from "vitest";
import { linkEmail, takeSignInLink } from "./signInLink";

afterEach(() => {
  linkEmail.forget();
  history.replaceState(null, "", "/");
});

test("a sign-in link is taken out of the address, and what else stands there stays", () => {
  const steps = history.length;
  const link = "/?prefix=a%2F&apiKey=key&oobCode=once&mode=signIn&lang=ko";
  history.replaceState(null, "", link);
  expect(takeSignInLink()).toBe(location.origin + link);
  expect(location.pathname + location.search).toBe("/?prefix=a%2F");
  expect(history.length).toBe(steps);
});

test("any other address is left as it is", () => {
  history.replaceState(null, "", "/b/demo?mode=list&oobCode=x");
  expect(takeSignInLink()).toBeNull();
  expect(location.search).toBe("?mode=list&oobCode=x");
});

test("who asked for the link in this browser comes back to where they were, once", () => {
  history.replaceState(null, "", "/b/demo?prefix=a%2F");
  linkEmail.keep("lee@example.com");
  history.replaceState(null, "", "/?oobCode=once&mode=signIn");
  takeSignInLink();
  expect(location.pathname + location.search).toBe("/b/demo?prefix=a%2F");
  history.replaceState(null, "", "/?oobCode=twice&mode=signIn");
  takeSignInLink();
  expect(location.pathname + location.search).toBe("/");
});
