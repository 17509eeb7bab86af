/** A prefix of a test's own, seen past the app and past the scripted S3. */
import {
  GetObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { createHash } from "node:crypto";
import { objects, put, s3 } from "../../support/aws";

const BUCKET = "demo-reports";

export class Place {
  readonly bucket = BUCKET;

  private constructor(readonly prefix: string) {}

  /** One that exists and holds nothing. */
  static async fresh(name: string): Promise<Place> {
    const place = new Place(`faults/${name}/`);
    await put(BUCKET, place.prefix, "");
    return place;
  }

  /** Names of the files in it. */
  async names(): Promise<string[]> {
    const keys = [...(await objects(BUCKET, this.prefix)).keys()];
    return keys.map((key) => key.slice(this.prefix.length)).filter((name) => name !== "");
  }

  /** SHA-256 of an object, in hexadecimal. */
  async sha256(name: string): Promise<string> {
    return createHash("sha256")
      .update(await this.bytes(name))
      .digest("hex");
  }

  /** What an object holds, as text. */
  async read(name: string): Promise<string> {
    return new TextDecoder().decode(await this.bytes(name));
  }

  async put(name: string, Body: string): Promise<void> {
    await s3().send(new PutObjectCommand({ ...this.at(name), Body }));
  }

  /** Part numbers that S3 keeps, by the name of the file whose upload is not finished. */
  async keptParts(): Promise<Record<string, number[]>> {
    const kept: Record<string, number[]> = {};
    const { Uploads = [] } = await s3().send(new ListMultipartUploadsCommand({ Bucket: BUCKET }));
    for (const { Key = "", UploadId } of Uploads.filter((upload) => this.holds(upload.Key))) {
      const name = Key.slice(this.prefix.length);
      const { Parts = [] } = await s3().send(new ListPartsCommand({ ...this.at(name), UploadId }));
      kept[name] = Parts.map(({ PartNumber = 0 }) => PartNumber);
    }
    return kept;
  }

  private async bytes(name: string): Promise<Uint8Array> {
    const { Body } = await s3().send(new GetObjectCommand(this.at(name)));
    return (await Body?.transformToByteArray()) ?? new Uint8Array();
  }

  private holds(key = ""): boolean {
    return key.startsWith(this.prefix);
  }

  private at(name: string) {
    return { Bucket: BUCKET, Key: this.prefix + name };
  }
}
