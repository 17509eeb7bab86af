/** The scripted S3 that stands between the app and the embedded one: gets rules, tells what it saw. */
import type { Operation, Pattern, Rule } from "./rules";

export interface Seen {
  readonly operation: Operation;
  readonly method: string;
  readonly bucket: string;
  readonly key: string;
  readonly part: number | null;
  /** Bytes of the body that were read. */
  readonly received: number;
  /** What the embedded S3 answered; null where it was not asked. */
  readonly stored: number | null;
  /** What the client was answered; null where it was answered nothing, or not yet. */
  readonly status: number | null;
  /** Index of the rule that applied. */
  readonly rule: number | null;
}

export interface Script {
  readonly rules: readonly Rule[];
  readonly seed?: number;
  /** As AWS does, tell a CRC64NVME of each object. */
  readonly checksums?: boolean;
}

export class ScriptedS3 {
  private readonly origin = process.env["SCRIPTED_S3"] ?? "";

  /** From now on, and the record begins anew; what was held goes on. */
  async follow(...rules: readonly Rule[]): Promise<void> {
    await this.perform({ rules });
  }

  async perform(script: Script): Promise<void> {
    await this.call("PUT", "rules", JSON.stringify(script));
  }

  /** Lets go on all that is held at this moment. */
  async release(): Promise<void> {
    await this.call("POST", "release");
  }

  /** The requests of a pattern, in the order in which they came. */
  async seen(pattern: Omit<Pattern, "method"> = {}): Promise<readonly Seen[]> {
    const all = (await (await this.call("GET", "log")).json()) as readonly Seen[];
    return all.filter(
      ({ operation, key, part }) =>
        (pattern.operation === undefined || pattern.operation === operation) &&
        (pattern.key === undefined || new RegExp(pattern.key).test(key)) &&
        (pattern.part === undefined || pattern.part === part),
    );
  }

  /**
   * Numbers of the parts that S3 has stored, as often as it has. The app sends others, of no upload,
   * to learn whether it may put there and whether a page reaches the bucket; S3 answers those 404.
   */
  async storedParts(): Promise<readonly number[]> {
    const parts = await this.seen({ operation: "UploadPart" });
    return parts.filter(({ stored }) => stored === 200).map(({ part }) => part ?? 0);
  }

  private async call(method: string, path: string, body?: string): Promise<Response> {
    const answer = await fetch(`${this.origin}/__faults/${path}`, {
      method,
      ...(body !== undefined && { body }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return answer;
  }
}
