/** Sends the keys once, keeps what came back, and says what went wrong. */
import { useState } from "react";
import { ApiError } from "@/api/ApiError";
import { useApi } from "@/api/ApiContext";
import { bodyOf } from "@/api/client";
import { useAccountStore } from "./AccountContext";
import type { Credentials } from "./credentialsText";

export interface Registration {
  readonly isPending: boolean;
  readonly error: ApiError | null;
  /** Resolves to the failure, or to null when the account is registered. */
  readonly register: (credentials: Credentials) => Promise<ApiError | null>;
}

/** Not a TanStack mutation: those keep their variables, and here these are a secret key. */
export function useRegistration(): Registration {
  const api = useApi();
  const accounts = useAccountStore();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);

  const register = async (credentials: Credentials) => {
    setPending(true);
    setError(null);
    try {
      accounts.register(await bodyOf(api.POST("/api/account", { body: bodyFrom(credentials) })));
      return null;
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      setError(cause);
      return cause;
    } finally {
      setPending(false);
    }
  };
  return { isPending, error, register };
}

function bodyFrom({ accessKeyId, secretAccessKey, sessionToken, region }: Credentials) {
  return {
    accessKeyId: accessKeyId.trim(),
    secretAccessKey: secretAccessKey.trim(),
    sessionToken: sessionToken.trim() || null,
    region: region || null,
  };
}
