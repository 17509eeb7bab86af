/** The words under a field of the account form that is wrong. */
import { useTranslations } from "use-intl";
import type { ApiError } from "@/api/ApiError";
import { useErrorText } from "@/locales/useErrorText";
import { fieldOf, type Field } from "./formErrors";

export function useFieldError(
  wrong: readonly Field[],
  error: ApiError | null,
): (field: Field) => string | undefined {
  const t = useTranslations("accounts");
  const describe = useErrorText();
  return (field) => {
    if (!wrong.includes(field)) return undefined;
    if (error === null || fieldOf(error) !== field) return t("required");
    const { title, body } = describe(error);
    return `${title}. ${body}`;
  };
}
