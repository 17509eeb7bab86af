/** The object's tags, or why they cannot be read. */
import { useTranslations } from "use-intl";
import { TextFacts } from "./HeaderFacts";
import type { ObjectDetails } from "./objectDetails";
import { UnreadablePart } from "./UnreadablePart";

export function TagSection({ tags }: Pick<ObjectDetails, "tags">) {
  const t = useTranslations("details");
  if (tags.kind === "unreadable") return <UnreadablePart title={t("tags")} part={tags} />;
  if (tags.tags.length === 0) return null;
  return <TextFacts title={t("tags")} entries={tags.tags.map(({ key, value }) => [key, value])} />;
}
