/** A field whose text is hidden until the person asks to see it. */
import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/ui/IconButton";
import { TextField, type TextFieldProps } from "@/ui/TextField";

/**
 * Masked text instead of type="password": password managers offer to keep whatever stands in a
 * password field, and autocomplete="off" does not stop them.
 */
export function SecretField(props: TextFieldProps) {
  const t = useTranslations("accounts");
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <TextField
      {...props}
      isMasked={!isShown}
      end={
        <IconButton
          label={isShown ? t("hide") : t("show")}
          icon={<Icon size={16} aria-hidden />}
          onPress={() => {
            setShown(!isShown);
          }}
        />
      }
    />
  );
}
