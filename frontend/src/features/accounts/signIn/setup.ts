/** What a deployment's Firebase configuration lacks for signing in. */
import type { Config } from "@/api/useConfig";

/** Names of fields of FIREBASE_WEB_CONFIG; the pop-up comes from `authDomain`. */
export function missingSetup({ firebase, signIn }: Pick<Config, "firebase" | "signIn">): string[] {
  const needed = signIn.providers.includes("google") ? ["apiKey", "authDomain"] : ["apiKey"];
  return needed.filter((name) => !firebase?.[name]);
}
