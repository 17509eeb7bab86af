/** The deployment's Firebase project in the browser; its code is loaded by the first who asks for it. */
import type { FirebaseApp } from "firebase/app";
import type { Config } from "@/api/useConfig";

/** Firebase's web config as `/api/config` tells it; none of it is secret. */
export type WebConfig = NonNullable<Config["firebase"]>;

/** The same app for the same config, however often it is asked for: `initializeApp` sees to that. */
export async function firebaseApp(webConfig: WebConfig): Promise<FirebaseApp> {
  const { initializeApp } = await import("firebase/app");
  return initializeApp(webConfig);
}
