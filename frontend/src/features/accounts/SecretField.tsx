/** A field whose text is hidden until the person asks to see it. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/Button";
import { TextField, type TextFieldProps } from "@/ui/TextField";

/**
 * Masked text instead of type="password": password managers offer to keep whatever stands in a
 * password field, and autocomplete="off" does not stop them.
 */
export function SecretField(props: TextFieldProps) {
  const t = useTranslations("accounts");
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      isMasked={!isShown}
      end={
        <Button
          aria-label={isShown ? t("hideSecret") : t("showSecret")}
          onPress={() => {
            setShown(!isShown);
          }}
        >
          {isShown ? t("hide") : t("show")}
        </Button>
      }
    />
  );
}
