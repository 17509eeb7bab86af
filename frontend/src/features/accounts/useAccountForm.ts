/** What stands in the account form, what is wrong with it, and how it is filled and sent. */
import { useRef, useState, type ClipboardEvent, type SubmitEvent } from "react";
import { parseCredentials, type Credentials } from "./credentialsText";
import { fieldOf, fields, missingFields, type Field } from "./formErrors";
import { useFieldError } from "./useFieldError";
import { useRegistration } from "./useRegistration";

const empty: Credentials = { accessKeyId: "", secretAccessKey: "", sessionToken: "", region: "" };

function focusFirst(form: HTMLFormElement | null, wrong: readonly Field[]) {
  const first = fields.find((field) => wrong.includes(field));
  const control = first && form?.elements.namedItem(first);
  if (control instanceof HTMLElement) control.focus();
}

export function useAccountForm() {
  const { isPending, error, register } = useRegistration();
  const [credentials, setCredentials] = useState(empty);
  const [wrong, setWrong] = useState<readonly Field[]>([]);
  const [pastedCount, setPastedCount] = useState(0);
  const form = useRef<HTMLFormElement>(null);

  const change = (field: Field) => (value: string) => {
    setCredentials((before) => ({ ...before, [field]: value }));
    setWrong((before) => before.filter((other) => other !== field));
  };
  const point = (at: readonly Field[]) => {
    setWrong(at);
    focusFirst(form.current, at);
  };
  const send = async () => {
    const missing = missingFields(credentials);
    if (missing.length > 0) {
      point(missing);
      return;
    }
    const failure = await register(credentials);
    const field = failure && fieldOf(failure);
    if (field !== null) point([field]);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void send();
  };
  const paste = (event: ClipboardEvent) => {
    const found = parseCredentials(event.clipboardData.getData("text"));
    if (found === null) return;
    event.preventDefault();
    setCredentials({ ...empty, ...found });
    setWrong([]);
    setPastedCount(Object.keys(found).length);
  };
  const general = error !== null && fieldOf(error) === null ? error : null;
  const describe = useFieldError(wrong, error);
  return { form, credentials, change, submit, paste, pastedCount, isPending, general, describe };
}
