/** Has the server ask S3 whether deleting works at a place, in a way that deletes nothing. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useApi } from "@/api/ApiContext";
import { bodyOf } from "@/api/client";
import {
  effectiveKey,
  permissionOf,
  type ActionPermission,
  type EffectivePermissions,
  type Place,
} from "./useEffective";

export const deleting = "s3:DeleteObject";

/** `onTried` hears the verdict; the cached answer about the place has learnt it by then. */
export function useTryDeletion(
  { bucket, prefix }: Place,
  onTried: (verdict: ActionPermission["verdict"]) => void,
) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => {
      const body = { bucket, prefix, action: deleting } as const;
      return bodyOf(api.POST("/api/permissions/try", { body }));
    },
    onSuccess: (answer) => {
      queries.setQueryData<EffectivePermissions>(effectiveKey({ bucket, prefix }), answer);
      onTried(permissionOf(answer, deleting)?.verdict ?? "unknown");
    },
  });
}
