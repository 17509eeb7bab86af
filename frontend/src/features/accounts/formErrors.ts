/** Which field of the account form a failure is about. */
import type { ApiError, ApiErrorCode } from "@/api/ApiError";
import type { Credentials } from "./credentialsText";

export type Field = keyof Credentials;

/** In the order of the form. */
export const fields: readonly Field[] = [
  "accessKeyId",
  "secretAccessKey",
  "sessionToken",
  "region",
];

const fieldOfCode: Partial<Record<ApiErrorCode, Field>> = {
  access_key_malformed: "accessKeyId",
  access_key_unknown: "accessKeyId",
  secret_key_malformed: "secretAccessKey",
  secret_key_wrong: "secretAccessKey",
  session_token_invalid: "sessionToken",
  token_too_large: "sessionToken",
  credentials_expired: "sessionToken",
  region_unknown: "region",
  region_not_allowed: "region",
};

/** Null when the failure is about no single field. */
export function fieldOf(error: ApiError): Field | null {
  return fieldOfCode[error.code] ?? null;
}

/** Required fields that are still empty. */
export function missingFields(credentials: Credentials): readonly Field[] {
  const required: readonly Field[] = ["accessKeyId", "secretAccessKey"];
  return required.filter((field) => credentials[field].trim() === "");
}
