/** The object that the address names, in its panel beside the list; loaded when one is first opened. */
import { useLocation } from "wouter";
import { useHistoryState } from "wouter/use-browser-location";
import { ObjectPanel } from "@/features/objects/details/ObjectPanel";
import { bucketPath, corsPath, openedFromList } from "./routes";

export interface ObjectDetailsProps {
  readonly bucket: string;
  readonly prefix: string;
  readonly objectKey: string;
  readonly requesterPays: boolean;
  readonly downloadRefusal: string | null;
  readonly onDownload: (object: { readonly key: string; readonly size: number }) => void;
}

export function ObjectDetails(props: ObjectDetailsProps) {
  const { bucket, prefix } = props;
  const [, navigate] = useLocation();
  const isOpenedHere = useHistoryState<string | null>() === openedFromList;
  const close = () => {
    // Back is where the list was; an address that was opened as a bookmark has nothing behind it.
    if (isOpenedHere) history.back();
    else navigate(bucketPath(bucket, prefix), { replace: true });
    document.querySelector<HTMLElement>("[role=grid] [tabindex='0']")?.focus();
  };
  return <ObjectPanel {...props} corsHref={corsPath(bucket, prefix)} onClose={close} />;
}
