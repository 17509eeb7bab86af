/** Tells that a person has opened a bucket, once its objects are there. */
import { useEffect } from "react";
import { useListing, type Place } from "@/features/objects/useListing";
import type { Transfers } from "@/transfer/transfers";
import { useActivity } from "./ActivityContext";

export function useBucketOpened(transfers: Transfers, place: Place): void {
  const activity = useActivity();
  const { bucket } = place;
  const { isSuccess } = useListing(place);
  useEffect(() => {
    if (isSuccess) activity.bucketOpened(transfers, bucket);
  }, [activity, transfers, bucket, isSuccess]);
}
