/** The first text of an object, and the encoding that it is read in. */
import { useMemo, useState } from "react";
import { decodeText, encodingOf, type Encoding } from "./decodeText";
import { textLimit } from "./preview";
import { useBytes, type ShownObject } from "./useBytes";

export function useText(shown: ShownObject) {
  const { data, error, refetch } = useBytes(shown, textLimit);
  const [chosen, setChosen] = useState<Encoding | null>(null);
  const decoded = useMemo(() => {
    if (data === undefined) return undefined;
    const { bytes, isCut } = data;
    const encoding = chosen ?? encodingOf(bytes);
    return { ...decodeText(bytes, encoding, isCut), isCut, encoding };
  }, [data, chosen]);
  return { decoded, error, retry: () => void refetch(), readAs: setChosen };
}
