/** A part of the details that this identity may not read, with what it would take. */
import { useTranslations } from "use-intl";
import { useErrorText } from "@/locales/useErrorText";
import { Section } from "./FactList";
import type { Unreadable } from "./objectDetails";

export interface UnreadablePartProps {
  readonly title: string;
  readonly part: Unreadable;
}

export function UnreadablePart({ title, part }: UnreadablePartProps) {
  const t = useTranslations("details");
  const reason = useErrorText()(part);
  const { action } = part.params;
  return (
    <Section title={title}>
      <p className="text-ink-soft">
        {typeof action === "string" ? t("missingPermission", { action }) : reason.title}
      </p>
      <p className="text-xs text-ink-soft">{reason.body}</p>
    </Section>
  );
}
