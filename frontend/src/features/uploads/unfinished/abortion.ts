/** Aborting many uploads: a few at a time, every one accounted for. */
import type { ApiError } from "@/api/ApiError";
import type { UnfinishedUpload } from "./unfinished";

/** S3 is asked two or three times for each. */
const width = 4;

export interface Abortion {
  readonly aborted: number;
  /** Why the others are still there, by upload id. */
  readonly failures: ReadonlyMap<string, ApiError>;
  /** What nobody asked S3 about, because it was stopped before. */
  readonly untried: number;
}

export const noAbortion: Abortion = { aborted: 0, failures: new Map(), untried: 0 };

export interface AbortionSteps {
  readonly abort: (upload: UnfinishedUpload) => Promise<void>;
  /** Hears of each that is gone. */
  readonly onGone: (upload: UnfinishedUpload) => void;
  readonly onProgress: (soFar: Abortion) => void;
  /** Asked before each. */
  readonly isStopped: () => boolean;
  /** What a call has thrown. */
  readonly toError: (cause: unknown) => ApiError;
}

/** Never throws. A failure that the next one would meet, too, ends the rest. */
export async function abortAll(
  uploads: readonly UnfinishedUpload[],
  steps: AbortionSteps,
): Promise<Abortion> {
  const waiting = [...uploads];
  let soFar = noAbortion;
  let isHopeless = false;
  const next = () => (isHopeless || steps.isStopped() ? undefined : waiting.shift());
  const work = async () => {
    for (let upload = next(); upload !== undefined; upload = next()) {
      const error = await tryAbort(upload, steps);
      if (error === null) steps.onGone(upload);
      else if (endsAll(error)) isHopeless = true;
      soFar = added(soFar, upload, error);
      steps.onProgress(soFar);
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return { ...soFar, untried: waiting.length };
}

async function tryAbort(
  upload: UnfinishedUpload,
  { abort, toError }: AbortionSteps,
): Promise<ApiError | null> {
  try {
    await abort(upload);
    return null;
  } catch (cause) {
    return toError(cause);
  }
}

function added(soFar: Abortion, { uploadId }: UnfinishedUpload, error: ApiError | null): Abortion {
  if (error === null) return { ...soFar, aborted: soFar.aborted + 1 };
  return { ...soFar, failures: new Map(soFar.failures).set(uploadId, error) };
}

/** No answer of the API, or an account that it does not take any more. */
function endsAll({ code, status }: ApiError): boolean {
  return code === "api_unreachable" || status === 401;
}
