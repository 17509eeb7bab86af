/** The doctor of a real browser: the bucket's rules by the API, and probes from this page. */
import type { Api } from "../../api/client";
import type { Diagnosis, DoctorPort } from "../ports";
import { examine, type Examination } from "./examination";
import type { Purpose } from "./probe";

/** For transfers of one kind: rules may let uploads through and not downloads, or the reverse. */
export function browserDoctor(api: Api, purpose: Purpose): DoctorPort {
  return {
    diagnose: (bucket) =>
      examine(api, bucket, purpose).then(diagnosisOf, () => ({ kind: "unknown" })),
  };
}

/** Rules that let this page through are no cause, whatever stands in the way: the line is tried on. */
function diagnosisOf({ rules, reach }: Examination): Diagnosis {
  if (reach === "open") return { kind: "ok" };
  if (reach === "unreachable") return { kind: "unreachable" };
  if (rules.verdict === "ok") return { kind: "unknown" };
  return { kind: "blocked", problems: rules.problems.map(({ code }) => code) };
}
