/** A 403 that S3 gives at run time outranks what was thought: the cached answer learns it at once. */
import type { QueryClient } from "@tanstack/react-query";
import {
  effectiveKey,
  type ActionPermission,
  type EffectivePermissions,
  type Place,
} from "./useEffective";

export interface Refusal extends Place {
  /** Like "s3:PutObject": an `access_denied` names it in its params. */
  readonly action: string;
}

export function correctEffective(queries: QueryClient, { action, ...place }: Refusal): void {
  queries.setQueryData<EffectivePermissions>(
    effectiveKey(place),
    (answer) =>
      answer && {
        ...answer,
        actions: answer.actions.map((known) => (known.action === action ? refused(known) : known)),
      },
  );
}

function refused(permission: ActionPermission): ActionPermission {
  return {
    ...permission,
    verdict: "denied",
    source: "observed",
    reasonCode: "refused",
    statement: null,
    conditionKeys: [],
    missing: [],
    triable: false,
  };
}
