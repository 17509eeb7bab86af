/** What uploads ask of the API: plans, URLs, what S3 has, completion, giving up. */
import { isAllowed } from "../core/contentType";
import type { Effect, UploadEvent } from "../core/events";
import { type Failure, failure } from "../core/failure";
import type { ApiAnswer, ApiPort, World } from "../ports";
import type { ConfirmBatch } from "./confirmQueue";
import type { PlanBatch } from "./planQueue";
import { fileOf, type UploadEntry } from "./uploadEntry";

type SignEffect = Extract<Effect, { kind: "sign" }>;
type ListEffect = Extract<Effect, { kind: "list" }>;

export interface ApiCallsOptions {
  readonly api: ApiPort;
  readonly allowedContentTypes: readonly string[];
  readonly tell: (entry: UploadEntry, event: UploadEvent) => void;
}

export class ApiCalls {
  constructor(
    private readonly world: World,
    private readonly options: ApiCallsOptions,
  ) {}

  async plan({ bucket, prefix, onConflict, entries }: PlanBatch): Promise<void> {
    const types = await Promise.all(entries.map((entry) => this.typeOf(entry)));
    const planned = entries.map((entry, i) => ({ entry, contentType: types[i] ?? "" }));
    const wanted = planned.filter(({ entry }) => entry.upload.phase === "planning");
    if (wanted.length === 0) return;
    const attempts = wanted.map(({ entry }) => entry.upload.attempt);
    const files = wanted.map(({ entry, contentType }) => {
      const { name, size } = entry.upload.source;
      return { name, size, contentType };
    });
    const answer = await this.options.api.plan({ bucket, prefix, onConflict, files });
    for (const [i, { entry }] of wanted.entries()) {
      this.options.tell(entry, this.planned(answer, i, attempts[i] ?? 0));
    }
  }

  async sign(entry: UploadEntry, { attempt, partNumbers }: SignEffect): Promise<void> {
    const { upload } = entry;
    if (upload.phase !== "sending" || upload.plan.kind !== "multipart") return;
    const { bucket, size } = upload.source;
    const { key, uploadId } = upload.plan;
    const answer = await this.options.api.sign({ bucket, key, uploadId, size, partNumbers });
    this.options.tell(
      entry,
      answer.kind === "ok"
        ? { kind: "signed", attempt, parts: answer.value }
        : { kind: "sign-unanswered", attempt, failure: answer.failure },
    );
  }

  async list(entry: UploadEntry, { attempt }: ListEffect): Promise<void> {
    const { upload } = entry;
    if (upload.phase !== "resuming") return;
    const { key, uploadId } = upload.plan;
    const answer = await this.options.api.uploaded(upload.source.bucket, key, uploadId);
    this.options.tell(
      entry,
      answer.kind === "ok"
        ? { kind: "listed", attempt, parts: answer.value, now: this.world.clock.now() }
        : { kind: "list-unanswered", attempt, failure: answer.failure },
    );
  }

  async complete({ bucket, entries, requests }: ConfirmBatch): Promise<void> {
    const answer = await this.options.api.complete(bucket, requests);
    const now = this.world.clock.now();
    for (const [i, entry] of entries.entries()) {
      const confirmation = answer.kind === "ok" ? answer.value[i] : undefined;
      this.options.tell(
        entry,
        confirmation === undefined
          ? { kind: "confirm-unanswered", failure: reasonOf(answer) }
          : { kind: "confirmed", confirmation, now, random: this.world.random() },
      );
    }
  }

  /** The file's MIME type; a file that cannot be read or is of no allowed type has failed. */
  private async typeOf(entry: UploadEntry): Promise<string> {
    const type = await this.world.files.contentType(fileOf(entry));
    if (typeof type !== "string") {
      this.options.tell(entry, { kind: "failed", failure: type });
      return "";
    }
    const allowed = this.options.allowedContentTypes;
    if (!isAllowed(type, allowed)) {
      const { name } = entry.upload.source;
      const reason = failure("content_type_not_allowed", { name, contentType: type, allowed });
      this.options.tell(entry, { kind: "failed", failure: reason });
    }
    return type;
  }

  private planned(
    answer: Awaited<ReturnType<ApiPort["plan"]>>,
    place: number,
    attempt: number,
  ): UploadEvent {
    const plan = answer.kind === "ok" ? answer.value[place] : undefined;
    return plan === undefined
      ? { kind: "plan-unanswered", attempt, failure: reasonOf(answer) }
      : { kind: "planned", plan, now: this.world.clock.now(), random: this.world.random() };
  }
}

/** Why a call gave nothing for this upload; an answer that is too short is the API's fault. */
function reasonOf(answer: ApiAnswer<unknown>): Failure {
  return answer.kind === "failed" ? answer.failure : failure("internal");
}
