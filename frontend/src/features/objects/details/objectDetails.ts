/** Which object a panel shows, and what the API tells of it. */
import type { components } from "@/api/schema.gen";

type Schemas = components["schemas"];

export type ObjectDetails = Schemas["ObjectDetails"];
export type Version = Schemas["Version"];
export type ShareLimit = Schemas["ShareLimit"];
export type Unreadable = Schemas["Unreadable"];

/** An object or, with `versionId`, one version of it. */
export interface ObjectPlace {
  readonly bucket: string;
  readonly key: string;
  /** Null is the newest. */
  readonly versionId: string | null;
  /** The person has agreed to pay for requests and transfer. */
  readonly requesterPays: boolean;
}

/** The object as the API's bodies and queries name it: what is not set is not sent. */
export function asked({ bucket, key, versionId, requesterPays }: ObjectPlace) {
  return {
    bucket,
    key,
    ...(versionId !== null && { versionId }),
    ...(requesterPays && { requesterPays }),
  };
}
