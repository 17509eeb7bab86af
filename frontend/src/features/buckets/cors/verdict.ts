/** What an examination of a bucket comes to. */
import type { Examination } from "@/transfer/adapters/examination";

export type Verdict =
  | "ok"
  /** The rules cannot be read; requests get through. */
  | "passes"
  /** Requests get through, but some would not. */
  | "lacking"
  | "blocked"
  /** The rules cannot be read, and requests do not get through. */
  | "hidden"
  /** The rules are right; something else stops requests. */
  | "elsewhere"
  | "unreachable";

/** Requests tell whether they get through, rules tell why not. */
export function verdictOf({ rules, reach }: Examination): Verdict {
  if (reach === "unreachable") return "unreachable";
  const isOpen = reach === "open";
  switch (rules.verdict) {
    case "ok":
      return isOpen ? "ok" : "elsewhere";
    case "unknown":
      return isOpen ? "passes" : "hidden";
    case "missing":
    case "incomplete":
      return isOpen ? "lacking" : "blocked";
  }
}
