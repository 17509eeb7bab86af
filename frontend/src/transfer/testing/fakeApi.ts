/** S3 Loader's API over a scripted bucket: plans, signs, completes and aborts as the real one does. */
import type { Confirmation } from "../core/events";
import type { Failure } from "../core/failure";
import type { Plan, SignedUrl } from "../core/plan";
import type {
  ApiAnswer,
  ApiPort,
  ConfirmRequest,
  PlanRequest,
  SignRequest,
  UploadedPart,
} from "../ports";
import { type FakeBucket, type FakeTarget, urlOf } from "./fakeBucket";
import type { FakeClock } from "./fakeClock";

export type ApiCall = "plan" | "sign" | "uploaded" | "complete" | "abort";

export const LATENCY_MS = 50;
export const URL_LIFE_MS = 900_000;
export const THRESHOLD = 100_000_000;
export const PART_SIZE = 8 * 1024 * 1024;

export function reason(code: string): Failure {
  return { code, params: {}, requestId: null };
}

export class FakeApi implements ApiPort {
  readonly calls: ApiCall[] = [];
  /** How many files each call planned. */
  readonly planned: number[] = [];
  readonly completed: ConfirmRequest[][] = [];
  /** What a call answers instead; `lost` does its work first. */
  fault: (call: ApiCall, count: number) => Failure | "unreachable" | "lost" | undefined = () =>
    undefined;
  /** AWS's trouble with one upload of a call that is answered well otherwise: its code. */
  trouble: (call: "plan" | "complete", key: string) => string | undefined = () => undefined;
  urlLifeMs = URL_LIFE_MS;
  private ids = 0;

  constructor(
    private readonly clock: FakeClock,
    private readonly bucket: FakeBucket,
  ) {}

  count(call: ApiCall): number {
    return this.calls.filter((other) => other === call).length;
  }

  plan(request: PlanRequest): Promise<ApiAnswer<readonly Plan[]>> {
    this.planned.push(request.files.length);
    return this.answer("plan", () => request.files.map((file) => this.planOf(request, file)));
  }

  sign({ key, uploadId, partNumbers }: SignRequest) {
    return this.answer("sign", () => {
      const shared = { key, uploadId, nonce: "", ifNoneMatch: false };
      return new Map(partNumbers.map((part) => [part, this.signed({ ...shared, part })]));
    });
  }

  async uploaded(
    _bucket: string,
    _key: string,
    uploadId: string,
  ): Promise<ApiAnswer<readonly UploadedPart[]>> {
    const answer = await this.answer("uploaded", () => this.bucket.multiparts.get(uploadId));
    if (answer.kind === "failed") return answer;
    if (answer.value === undefined) {
      return { kind: "failed", failure: reason("upload_not_found"), retry: false };
    }
    const parts = [...answer.value.parts];
    return {
      kind: "ok",
      value: parts.map(([partNumber, { size, etag }]) => ({ partNumber, size, etag })),
    };
  }

  complete(_bucket: string, uploads: readonly ConfirmRequest[]) {
    this.completed.push([...uploads]);
    return this.answer("complete", () => uploads.map((upload) => this.confirm(upload)));
  }

  abort(_bucket: string, _key: string, uploadId: string): Promise<ApiAnswer<null>> {
    return this.answer("abort", () => {
      this.bucket.multiparts.delete(uploadId);
      return null;
    });
  }

  private async answer<Value>(call: ApiCall, work: () => Value): Promise<ApiAnswer<Value>> {
    this.calls.push(call);
    const fault = this.fault(call, this.count(call));
    await new Promise<void>((done) => {
      this.clock.after(LATENCY_MS, done);
    });
    if (fault === "unreachable") return UNREACHABLE;
    if (fault !== undefined && fault !== "lost") {
      return { kind: "failed", failure: fault, retry: false };
    }
    const value = work();
    return fault === "lost" ? UNREACHABLE : { kind: "ok", value };
  }

  private planOf(request: PlanRequest, file: PlanRequest["files"][number]): Plan {
    this.ids += 1;
    const nonce = `nonce-${this.ids}`;
    const key = this.keyFor(request, file.name);
    const trouble = this.trouble("plan", key);
    if (trouble !== undefined) return { kind: "refused", failure: reason(trouble) };
    const ifNoneMatch = request.onConflict !== "replace";
    if (ifNoneMatch && this.bucket.objects.has(key)) {
      return { kind: "refused", failure: reason("conflict") };
    }
    if (file.size <= THRESHOLD) {
      const target = { key, nonce, uploadId: null, part: 1, ifNoneMatch };
      return { kind: "put", key, nonce, request: this.signed(target) };
    }
    const uploadId = `upload-${this.ids}`;
    this.bucket.multiparts.set(uploadId, { key, nonce, parts: new Map() });
    const partCount = Math.ceil(file.size / PART_SIZE);
    return {
      kind: "multipart",
      key,
      nonce,
      uploadId,
      partSize: PART_SIZE,
      partCount,
      etagIsMd5: !this.bucket.isKms,
    };
  }

  private keyFor({ prefix, onConflict }: PlanRequest, name: string): string {
    if (onConflict !== "keep-both") return prefix + name;
    return prefix + name.replace(/(\.[^.]*)?$/, " (1)$1");
  }

  private signed(target: Omit<FakeTarget, "expiresAt">): SignedUrl {
    const expiresAt = this.clock.now() + this.urlLifeMs;
    return { url: urlOf({ ...target, expiresAt }), headers: {}, expiresAt };
  }

  private confirm({ key, uploadId, size, nonce, parts, ...sent }: ConfirmRequest): Confirmation {
    const trouble = this.trouble("complete", key);
    if (trouble !== undefined) return refused(trouble);
    const multipart = uploadId === null ? undefined : this.bucket.multiparts.get(uploadId);
    if (uploadId !== null && multipart !== undefined) {
      if (multipart.parts.size !== parts.length) return refused("upload_incomplete");
      this.bucket.complete(uploadId, multipart);
    }
    const object = this.bucket.objects.get(key);
    if (object === undefined) return refused("upload_not_found");
    if (object.nonce !== nonce) return refused("conflict");
    if (object.size !== size) return refused("size_mismatch");
    const { crc64nvme = null } = object;
    const comparable = crc64nvme !== null && sent.crc64nvme !== null;
    if (comparable && crc64nvme !== sent.crc64nvme) return refused("upload_damaged");
    if (sent.verify && !comparable && !this.bucket.isKms) return refused("upload_damaged");
    const verified = comparable ? "CRC64NVME" : null;
    const { etag = "unknown" } = object;
    return { kind: "completed", key, notified: true, etag, verified };
  }
}

const UNREACHABLE = {
  kind: "failed",
  failure: { code: "api_unreachable", params: {}, requestId: null },
  retry: true,
} as const;

function refused(code: string): Confirmation {
  return { kind: "failed", failure: reason(code) };
}
