/** Pages of one browser that upload into one bucket, at the same time or one after the other. */
import { createTransfers } from "../createTransfers";
import type { ApiPort } from "../ports";
import type { Transfers } from "../transfers";
import { createUploads } from "../uploads/createUploads";
import { PART_SIZE, THRESHOLD } from "./fakeApi";
import { FakeHandles } from "./fakeHandles";
import { FakeMemory, FakeUploadJournal } from "./fakeUploadJournal";
import { FakeWorld, INBOX, OWNER } from "./fakeWorld";

const LIMITS = {
  multipartThreshold: THRESHOLD,
  maxObjectSize: 53_687_091_200_000,
  maxKeyBytes: 1_024,
};

export class Browser {
  readonly world = new FakeWorld();
  readonly memory = new FakeMemory();
  readonly handles = new FakeHandles();
  private pages = 0;

  open(owner = OWNER): UploadPage {
    this.pages += 1;
    return new UploadPage(this, `page${this.pages}`, owner);
  }

  /** How often S3 got each part of a key. */
  sent(name: string): readonly number[] {
    const key = INBOX.prefix + name;
    return this.world.requests.filter((request) => request.key === key).map(({ part }) => part);
  }
}

export class UploadPage {
  readonly transfers: Transfers;
  private readonly gone = new AbortController();

  constructor(
    private readonly browser: Browser,
    private readonly name: string,
    owner: string,
  ) {
    const { world, memory, handles } = browser;
    const { clock, connectivity, random, doctor, files, digests, wholeFiles } = world;
    const around = { clock, connectivity, random, page: name };
    const journal = new FakeUploadJournal(memory, name);
    const s3: typeof world.s3 = {
      put: (request) => {
        const signal = AbortSignal.any([request.signal, this.gone.signal]);
        return this.alive(world.s3.put({ ...request, signal }));
      },
    };
    const services = { doctor, files, digests, wholeFiles, journal, handles, s3, api: this.api() };
    const rules = { limits: LIMITS, partSize: PART_SIZE, allowedContentTypes: ["*/*"] };
    world.bucket.hasChecksums = world.objectChecksums;
    const hasUnfinished = memory.records.size > 0;
    this.transfers = createTransfers(around, {
      uploads: {
        load: (host) => {
          const all = { ...around, ...services };
          return Promise.resolve(
            createUploads(all, host, { ...rules, objectChecksums: world.objectChecksums }, owner),
          );
        },
        hasUnfinished,
      },
      downloads: { load: () => Promise.reject(new Error("none here")), hasUnfinished: false },
    });
  }

  row(name: string) {
    return this.transfers.getSnapshot().transfers.find((view) => view.name === name);
  }

  /** Reloaded, closed or killed: its requests end, and no answer is heard any more. */
  end(): void {
    this.gone.abort();
    this.browser.memory.end(this.name);
  }

  private alive<Value>(answer: Promise<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      answer.then((value) => {
        if (!this.gone.signal.aborted) resolve(value);
      }, reject);
    });
  }

  private api(): ApiPort {
    const { api } = this.browser.world;
    const ask = <Value>(call: () => Promise<Value>) => {
      return this.gone.signal.aborted ? new Promise<Value>(() => undefined) : this.alive(call());
    };
    return {
      plan: (request) => ask(() => api.plan(request)),
      sign: (request) => ask(() => api.sign(request)),
      complete: (bucket, uploads) => ask(() => api.complete(bucket, uploads)),
      uploaded: (bucket, key, id) => ask(() => api.uploaded(bucket, key, id)),
      abort: (bucket, key, id) => ask(() => api.abort(bucket, key, id)),
    };
  }
}
