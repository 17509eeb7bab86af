/** One look at a bucket, when the page opens and when a person asks again. */
import { useQuery } from "@tanstack/react-query";
import { useApi } from "@/api/ApiContext";
import { examine, type Examination } from "@/transfer/adapters/examination";

export function examinationKey(bucket: string): readonly string[] {
  return ["buckets", "cors", bucket];
}

export function useExamination(bucket: string) {
  const api = useApi();
  return useQuery<Examination>({
    queryKey: examinationKey(bucket),
    queryFn: () => examine(api, bucket),
    // What was seen on an earlier visit may no longer be so.
    gcTime: 0,
  });
}
