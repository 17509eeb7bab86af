/** Asks about one more place: a bucket, suggested from the account's, and a path in it. */
import { Plus } from "lucide-react";
import { useState, type SubmitEvent } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/TextField";
import type { Place } from "./useEffective";

export interface AddPlaceProps {
  readonly bucketNames: readonly string[];
  /** The bucket to begin with. */
  readonly bucket: string;
  readonly onAdd: (place: Place) => void;
}

export function AddPlace({ bucketNames, onAdd, ...props }: AddPlaceProps) {
  const t = useTranslations("permissionsPage");
  const [bucket, setBucket] = useState(props.bucket);
  const [prefix, setPrefix] = useState("");
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (bucket.trim() === "") return;
    onAdd({ bucket: bucket.trim(), prefix });
    setPrefix("");
  };
  return (
    <form
      onSubmit={submit}
      noValidate
      aria-label={t("addPlace")}
      className="flex flex-wrap items-start gap-2"
    >
      <h2 className="w-full font-medium lg:hidden">{t("addPlace")}</h2>
      <div className="w-full sm:w-56">
        <TextField
          label={t("bucket")}
          value={bucket}
          onChange={setBucket}
          suggestions={bucketNames}
        />
      </div>
      <div className="w-full sm:w-64">
        <TextField label={t("prefix")} value={prefix} onChange={setPrefix} />
      </div>
      <div className="sm:pt-5.5">
        <Button type="submit" icon={<Plus size={16} aria-hidden />}>
          {t("add")}
        </Button>
      </div>
    </form>
  );
}
