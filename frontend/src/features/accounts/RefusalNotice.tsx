/** Why an account that worked has to be registered again. */
import { TriangleAlert } from "lucide-react";
import type { ApiErrorCode } from "@/api/ApiError";
import { useErrorText } from "@/locales/useErrorText";

export function RefusalNotice({ code }: { readonly code: ApiErrorCode }) {
  const { title, body } = useErrorText()({ code, params: {} });
  return (
    <div role="status" className="flex gap-3 rounded-md bg-decision-wash p-3">
      <TriangleAlert size={16} aria-hidden className="mt-0.5 shrink-0 text-decision-ink" />
      <div className="flex flex-col gap-1">
        <p className="font-medium">{title}</p>
        <p>{body}</p>
      </div>
    </div>
  );
}
