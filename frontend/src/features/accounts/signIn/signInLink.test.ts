import { afterEach, expect, test } from "vitest";
import { takeSignInLink } from "./signInLink";

afterEach(() => {
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
