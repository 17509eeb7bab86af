/** Makes a link and copies it. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "@/api/ApiContext";
import { bodyOf } from "@/api/client";
import { asked, type ObjectPlace } from "../objectDetails";

export function useShare(place: ObjectPlace) {
  const api = useApi();
  const [isCopied, setCopied] = useState(false);
  const making = useMutation({
    mutationFn: (seconds: number) =>
      bodyOf(api.POST("/api/objects/share", { body: { ...asked(place), seconds } })),
    onSuccess: async ({ url }) => {
      setCopied(await copy(url));
    },
  });
  const forget = () => {
    setCopied(false);
    making.reset();
  };
  return { making, isCopied, forget };
}

/** Whether the browser let it; some want a press of their own for it. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
