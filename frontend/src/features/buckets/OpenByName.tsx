/** An input that opens a bucket by its name, for buckets that the list does not show. */
import { useRef, useState, type SubmitEvent } from "react";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/locales/useErrorText";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/TextField";
import { bucketNameFault } from "./bucketName";

export interface OpenByNameProps {
  readonly onOpen: (name: string) => void;
}

export function OpenByName({ onOpen }: OpenByNameProps) {
  const t = useTranslations("buckets");
  const describe = useErrorText();
  const [name, setName] = useState("");
  const [fault, setFault] = useState<ReturnType<typeof bucketNameFault>>(null);
  const input = useRef<HTMLInputElement>(null);
  const text = fault && describe({ code: fault, params: {} });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    const found = bucketNameFault(wanted);
    setFault(found);
    if (found !== null) {
      input.current?.focus();
      return;
    }
    setName("");
    onOpen(wanted);
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextField
        inputRef={input}
        label={t("name")}
        value={name}
        onChange={(value) => {
          setName(value);
          setFault(null);
        }}
        error={text ? `${text.title}. ${text.body}` : undefined}
        end={<Button type="submit">{t("open")}</Button>}
      />
    </form>
  );
}
