/** A place in a bucket as people read it: "demo-reports / inbox /". */
import { visibleName } from "./visibleName";

export interface BucketPlace {
  readonly bucket: string;
  /** Ends with "/", or is empty for the bucket's root. */
  readonly prefix: string;
}

export function pathText({ bucket, prefix }: BucketPlace): string {
  return visibleName(`${bucket}/${prefix}`.replaceAll("/", " / ").trimEnd());
}
