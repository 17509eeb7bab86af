/** What a row's "verified" means, for its tooltip. */
import { type Compared, useVerificationMeaning } from "./useVerificationMeaning";

export function VerificationMeaning({ transfer }: { readonly transfer: Compared }) {
  return useVerificationMeaning(transfer);
}
