/** One object beside the list, or over it where there is no room: preview, link, and all that S3 tells of it. */
import { useState } from "react";
import { useMediaQuery } from "@/ui/useMediaQuery";
import { DetailsSheet } from "./DetailsSheet";
import { DetailsSide } from "./DetailsSide";
import { ObjectView } from "./ObjectView";

/** From here on list and panel have room side by side; the same as Tailwind's `xl:`. */
const wide = "(min-width: 1280px)";

export interface ObjectPanelProps {
  readonly bucket: string;
  readonly objectKey: string;
  /** The person has agreed to pay for requests and transfer. */
  readonly requesterPays: boolean;
  /** Where a bucket's CORS rules are diagnosed. */
  readonly corsHref: string;
  /** Why nothing can be downloaded here; null where it can. */
  readonly downloadRefusal: string | null;
  /** Resolves to whether it has begun: the person may have chosen no folder. */
  readonly onDownload: (object: {
    readonly key: string;
    readonly size: number;
  }) => Promise<boolean>;
  /** Closes it; the focus goes back to the list. */
  readonly onClose: () => void;
}

export function ObjectPanel(props: ObjectPanelProps) {
  const { bucket, objectKey, onClose } = props;
  const isWide = useMediaQuery(wide);
  const [isPreviewOpen, setPreviewOpen] = useState(true);
  const name = objectKey.split("/").findLast((step) => step !== "") ?? objectKey;
  const Frame = isWide ? DetailsSide : DetailsSheet;
  return (
    <Frame name={name} onClose={onClose}>
      <ObjectView
        // Another object begins at its newest version, with nothing of the one before.
        key={`${bucket}/${objectKey}`}
        {...props}
        isPreviewOpen={isPreviewOpen}
        onPreviewOpen={setPreviewOpen}
      />
    </Frame>
  );
}
