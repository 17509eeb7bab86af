/** Which way a transfer goes, and the name under which it ends up: in the bucket, or in the local folder. */
import type { TransferView } from "@/transfer/transfers";
import { FileName } from "@/ui/FileName";
import { pathText } from "@/ui/pathText";
import { visibleName } from "@/ui/visibleName";
import { DirectionIcon } from "./DirectionIcon";
import { nameOf, pathOf } from "./names";

export function RowName({ transfer }: { readonly transfer: TransferView }) {
  const path = pathOf(transfer);
  const name = nameOf(transfer);
  const folders = path.slice(0, path.length - name.length);
  return (
    <div className="flex min-w-0" title={pathText(transfer)}>
      <DirectionIcon direction={transfer.direction} />
      {folders !== "" && (
        <bdi dir="ltr" className="min-w-0 shrink-[4] truncate whitespace-pre text-ink-soft">
          {visibleName(folders)}
        </bdi>
      )}
      <FileName name={name} />
    </div>
  );
}
