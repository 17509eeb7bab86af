/** A destination as people read it: "demo-reports / inbox /". */
import type { Destination } from "@/transfer/transfers";
import { visibleName } from "@/ui/visibleName";

export function pathText({ bucket, prefix }: Destination): string {
  return visibleName(`${bucket}/${prefix}`.replaceAll("/", " / ").trimEnd());
}
