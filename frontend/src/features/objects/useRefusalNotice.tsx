/** Says why a key does nothing: its button would have said it, but nobody pressed it. */
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Notice } from "@/ui/Notice";

export interface RefusalNotice {
  readonly tell: () => void;
  readonly hide: () => void;
  readonly notice: ReactNode;
}

/** It goes when the place or the refusal changes. `more` leads on from it. */
export function useRefusalNotice(
  at: string,
  refusal: string | null,
  more: ReactNode,
): RefusalNotice {
  const t = useTranslations("objects");
  const [told, setTold] = useState<string | null>(null);
  const sentence = refusal === null ? null : `${at} ${refusal}`;
  const hide = () => {
    setTold(null);
  };
  return {
    tell: () => {
      setTold(sentence);
    },
    hide,
    notice: told !== null && told === sentence && (
      <Notice dismissLabel={t("dismiss")} onDismiss={hide}>
        {refusal} {more}
      </Notice>
    ),
  };
}
