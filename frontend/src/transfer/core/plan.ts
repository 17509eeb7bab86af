/** How the API wants a file sent, and which bytes each part carries. */
import type { Failure } from "./failure";

export interface SignedUrl {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds on this machine's clock. */
  readonly expiresAt: number;
}

/** A file that goes by one PUT. */
export interface BegunPut {
  readonly kind: "put";
  readonly key: string;
  readonly nonce: string;
}

export interface PutPlan extends BegunPut {
  readonly request: SignedUrl;
}

export interface MultipartPlan {
  readonly kind: "multipart";
  readonly key: string;
  /** Null: another program has begun it. */
  readonly nonce: string | null;
  readonly uploadId: string;
  /** Bytes of every part but the last. */
  readonly partSize: number;
  readonly partCount: number;
  /** S3's answer to a part is its MD5, as it is without KMS; null where that is not known. */
  readonly etagIsMd5: boolean | null;
}

export interface RefusedPlan {
  readonly kind: "refused";
  readonly failure: Failure;
}

export type Plan = PutPlan | MultipartPlan | RefusedPlan;

/** A plan without its URLs, which die soon: all that is worth remembering of it. */
export type BegunPlan = BegunPut | MultipartPlan;

export interface ByteRange {
  readonly from: number;
  /** The first byte that does not belong to it. */
  readonly to: number;
}

/** URLs are not used in their last seconds: a request takes time to reach S3. */
const EXPIRY_MARGIN_MS = 10_000;

/** How many requests carry the file. */
export function pieceCount(plan: BegunPlan): number {
  return plan.kind === "put" ? 1 : plan.partCount;
}

/** The bytes of piece `number` (from 1) of a file of `size` bytes. */
export function pieceRange(plan: BegunPlan, number: number, size: number): ByteRange {
  if (plan.kind === "put") return { from: 0, to: size };
  const from = (number - 1) * plan.partSize;
  return { from, to: Math.min(from + plan.partSize, size) };
}

/** Whether a request may still start with this URL. */
export function usable(request: SignedUrl, now: number): boolean {
  return request.expiresAt - EXPIRY_MARGIN_MS > now;
}
