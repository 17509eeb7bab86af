/** Names the page in the browser's tab for as long as it is shown. */
import { useEffect } from "react";

const PRODUCT = "S3 Loader";

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${PRODUCT}`;
    return () => {
      document.title = PRODUCT;
    };
  }, [title]);
}
