/** What a scripted S3 holds, and how it answers PUTs to the URLs that the scripted API has signed. */
import type { S3Answer } from "../core/answer";

export interface FakeObject {
  readonly nonce: string;
  readonly size: number;
}

export interface FakeMultipart {
  readonly key: string;
  readonly nonce: string;
  readonly parts: Map<number, number>;
}

/** What a URL of the scripted API stands for. */
export interface FakeTarget {
  readonly key: string;
  readonly nonce: string;
  readonly uploadId: string | null;
  readonly part: number;
  readonly ifNoneMatch: boolean;
  readonly expiresAt: number;
}

export function urlOf(target: FakeTarget): string {
  const number = Number(/\d+/.exec(target.key)?.[0] ?? 0) + target.part;
  const host = `h${number % 3}.s3.test`;
  return `https://${host}/?target=${encodeURIComponent(JSON.stringify(target))}`;
}

export function targetOf(url: string): FakeTarget {
  return JSON.parse(new URL(url).searchParams.get("target") ?? "") as FakeTarget;
}

export function s3Error(status: number, code: string, message = ""): S3Answer {
  const body = `<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { kind: "answered", status, etag: null, body };
}

export const EXPIRED = s3Error(403, "AccessDenied", "Request has expired");

export class FakeBucket {
  readonly objects = new Map<string, FakeObject>();
  readonly multiparts = new Map<string, FakeMultipart>();

  put(target: FakeTarget, size: number, now: number): S3Answer {
    if (now > target.expiresAt) return EXPIRED;
    const etag = `"${target.key}-${target.part}"`;
    if (target.uploadId === null) {
      if (target.ifNoneMatch && this.objects.has(target.key)) {
        return s3Error(412, "PreconditionFailed");
      }
      this.objects.set(target.key, { nonce: target.nonce, size });
    } else {
      const multipart = this.multiparts.get(target.uploadId);
      if (multipart === undefined) return s3Error(404, "NoSuchUpload");
      multipart.parts.set(target.part, size);
    }
    return { kind: "answered", status: 200, etag, body: "" };
  }
}
