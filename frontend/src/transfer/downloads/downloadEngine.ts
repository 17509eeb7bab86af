/** Performs the effects of downloads: what is asked of the API and of S3, and when. */
import { Checkups } from "../checkups";
import type { Connections } from "../connections";
import type { Download } from "../core/downloads/download";
import type { DownloadEvent, Effect, RangeAnswer } from "../core/downloads/events";
import { type Failure, failure } from "../core/failure";
import { persistently } from "../persistentApi";
import type { ApiAnswer, World } from "../ports";
import { stop } from "../underWay";
import { watchedRequest } from "../watchedRequest";
import { type DownloadEntry, idOf } from "./downloadEntry";
import { DownloadScheduler, type Performer } from "./downloadScheduler";
import { LocalSide } from "./localSide";
import type { PlanBatch } from "./planQueue";
import type { DownloadsWorld } from "./ports";

type FetchEffect = Extract<Effect, { kind: "fetch" }>;

type EngineWorld = Pick<World, "clock" | "connectivity" | "random" | "doctor">;

export interface DownloadEngineOptions {
  readonly world: EngineWorld;
  readonly connections: Connections;
  /** All there are, finished ones too. */
  readonly entries: () => Iterable<DownloadEntry>;
  readonly onChange: (download: Download, before: Download) => void;
  readonly onCredentialsExpired: () => void;
  /** Remembers a download, one more range of it, or that there is nothing to go on with. */
  readonly remember: (download: Download) => void;
  readonly rememberRange: (id: string, range: number) => void;
  readonly forget: (id: string) => void;
}

export class DownloadEngine implements Performer {
  readonly scheduler: DownloadScheduler;
  private readonly checkups: Checkups;
  readonly local: LocalSide;
  private readonly world: EngineWorld;

  constructor(
    private readonly places: DownloadsWorld,
    private readonly options: DownloadEngineOptions,
  ) {
    const { world, connections } = options;
    this.world = world;
    this.local = new LocalSide(places, (entry, event) => {
      this.scheduler.tell(entry, event);
    });
    const onChange = (download: Download, before: Download) => {
      this.changed(download, before);
    };
    this.scheduler = new DownloadScheduler({ clock: world.clock, connections, onChange }, this);
    this.checkups = new Checkups(world, (bucket, reason) => {
      this.failAll(bucket, reason);
    });
  }

  /** What a person decided about some downloads. */
  tell(entries: readonly DownloadEntry[], event: DownloadEvent): void {
    // Whoever tries again has perhaps repaired the bucket's CORS rules.
    if (event.kind === "retried") this.checkups.forget(entries.map(bucketOf));
    this.scheduler.tellAll(entries, event);
  }

  perform(entry: DownloadEntry, effect: Parameters<Performer["perform"]>[1]): void {
    switch (effect.kind) {
      case "open":
        void this.local.open(entry);
        return;
      case "fetch":
        void this.fetch(entry, effect);
        return;
      case "wait":
        this.wait(entry, effect.range, effect.ms, { kind: "waited", range: effect.range });
        return;
      case "later":
        this.wait(entry, "call", effect.ms, { kind: "due" });
        return;
      case "diagnose":
        this.checkups.ask(bucketOf(entry));
        return;
      case "credentials-expired":
        this.options.onCredentialsExpired();
        return;
      case "stop":
        stop(entry);
        return;
      case "verify":
        void this.local.verify(entry);
        return;
      case "save":
        void this.local.save(entry);
        return;
      case "discard":
        this.local.discard(entry);
        return;
      case "remember":
        this.options.remember(entry.download);
        return;
      case "remember-range":
        this.options.rememberRange(idOf(entry), effect.range);
        return;
      case "forget":
        this.options.forget(idOf(entry));
        return;
      default:
        effect satisfies never;
    }
  }

  plan(batch: PlanBatch): void {
    void this.planFiles(batch).then(() => {
      this.scheduler.planAnswered();
    });
  }

  private async planFiles({ bucket, requesterPays, entries }: PlanBatch): Promise<void> {
    await Promise.all(entries.map((entry) => this.local.name(entry)));
    const wanted = entries.filter(({ download }) =>
      ["planning", "receiving"].includes(download.phase),
    );
    if (wanted.length === 0) return;
    const keys = wanted.map(({ download }) => download.source.key);
    const answer = await persistently(this.world, this.options.connections.hold, () =>
      this.places.api.plan(bucket, keys, requesterPays),
    );
    const random = this.world.random();
    for (const [i, entry] of wanted.entries()) {
      const plan = answer.kind === "ok" ? answer.value[i] : undefined;
      this.scheduler.tell(
        entry,
        plan === undefined
          ? { kind: "plan-unanswered", failure: reasonOf(answer) }
          : { kind: "planned", plan, random },
      );
    }
  }

  private async fetch(entry: DownloadEntry, effect: FetchEffect): Promise<void> {
    const { range, request, from, to } = effect;
    const control = new AbortController();
    entry.requests.set(range, control);
    const { clock } = this.world;
    const { connections } = this.options;
    const answer = await watchedRequest(
      { clock, connections, url: request.url, control },
      (progressed) =>
        this.places.staging.fetch(idOf(entry), {
          request,
          from,
          to,
          signal: control.signal,
          onProgress: (loaded) => {
            progressed();
            this.scheduler.tell(entry, { kind: "progressed", range, loaded });
          },
        }),
    );
    if (entry.requests.get(range) !== control) return;
    entry.requests.delete(range);
    this.scheduler.tell(entry, this.answered(entry, range, answer));
  }

  private answered(entry: DownloadEntry, range: number, answer: RangeAnswer): DownloadEvent {
    const bucket = bucketOf(entry);
    const online = this.world.connectivity.isOnline();
    if (answer.kind === "answered") this.checkups.answered(bucket);
    else if (!online) this.options.connections.hold();
    const reached = this.checkups.hasAnswered(bucket);
    const now = this.world.clock.now();
    const random = this.world.random();
    return { kind: "answered", range, answer, online, reached, now, random };
  }

  private wait(entry: DownloadEntry, what: number | "call", ms: number, over: DownloadEvent): void {
    const cancel = this.world.clock.after(ms, () => {
      entry.waits.delete(what);
      this.scheduler.tell(entry, over);
    });
    entry.waits.set(what, cancel);
  }

  private changed(download: Download, before: Download): void {
    if (["done", "failed", "conflict", "cancelled"].includes(download.phase)) {
      this.local.release(download.source.id);
    }
    this.options.onChange(download, before);
  }

  /** One download has learnt it: the others need not try. */
  private failAll(bucket: string, reason: Failure): void {
    const entries = [...this.options.entries()].filter((entry) => bucketOf(entry) === bucket);
    this.scheduler.tellAll(entries, { kind: "failed", attempt: null, failure: reason });
  }
}

function bucketOf({ download }: DownloadEntry): string {
  return download.source.bucket;
}

/** Why a call gave nothing for this download; an answer that is too short is the API's fault. */
function reasonOf(answer: ApiAnswer<unknown>): Failure {
  return answer.kind === "failed" ? answer.failure : failure("internal");
}
