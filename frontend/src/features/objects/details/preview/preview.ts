/** How an object can be looked at, and the sizes up to which this page does it. */
import type { components } from "@/api/schema.gen";

export type Preview = components["schemas"]["Preview"];

/** Up to here a preview loads by itself, in bytes. */
export const automaticLimit = 20_000_000;

/** Pictures and PDFs are held whole in memory, in bytes. */
export const wholeLimit = 20_000_000;

/** Of text as much as a person reads is fetched, in bytes. */
export const textLimit = 262_144;
