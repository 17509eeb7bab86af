/** One place of the matrix and what is known about it. */
import type { ShownAction } from "./actionGroups";
import type { EffectivePermissions, Place } from "./useEffective";

export interface PlaceAnswer {
  readonly place: Place;
  /** Undefined until the first answer has come, and where none could be had. */
  readonly answer: EffectivePermissions | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** One cell of the matrix. */
export interface Question {
  readonly action: ShownAction;
  readonly place: Place;
}
