/** Why an object's bytes could not be read through its presigned address. */
import type { DescribedFailure } from "@/locales/useErrorText";

type PreviewErrorCode = Extract<
  DescribedFailure["code"],
  "get_denied" | "not_found" | "offline" | "s3_error"
>;

export class PreviewError extends Error {
  override readonly name = "PreviewError";

  constructor(
    /** `unreachable`: no answer came that this page may see, mostly for want of a CORS rule. */
    readonly code: PreviewErrorCode | "unreachable",
    readonly params: DescribedFailure["params"] = {},
  ) {
    super(code);
  }
}

/** What S3 has answered in place of the object. */
export async function readRefusal(response: Response): Promise<PreviewError> {
  const { status } = response;
  if (status === 403) return new PreviewError("get_denied");
  if (status === 404) return new PreviewError("not_found");
  const s3Code = /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1] ?? "";
  return new PreviewError("s3_error", { s3Code, status });
}
