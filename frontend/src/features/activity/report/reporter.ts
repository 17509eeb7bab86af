/** Turns what a person did into reports; what the API does itself, it announces itself. */
import type { Deed } from "../deed";
import { Outbox, type OutboxWorld } from "./outbox";

export interface ReporterWorld extends OutboxWorld {
  /** Random: what is sent twice counts once. */
  readonly newId: () => string;
}

export class Reporter {
  private readonly outbox: Outbox;

  constructor(private readonly world: ReporterWorld) {
    this.outbox = new Outbox(world);
  }

  hear(deed: Deed): void {
    const { bucket } = deed;
    const id = this.world.newId();
    switch (deed.kind) {
      case "bucket-opened":
        this.outbox.add({ kind: "bucket.opened", id, bucket });
        return;
      case "downloaded":
        this.outbox.add({ kind: "download.completed", id, bucket, count: 1, size: deed.size });
        return;
      case "upload-failed": {
        const { key, size, code } = deed;
        this.outbox.add({ kind: "upload.failed", id, bucket, key, size, code });
        return;
      }
      case "uploaded":
      case "deleted":
        return;
      default:
        deed satisfies never;
    }
  }

  /** Sends what it can at once: the page may be at its end. */
  flush(): void {
    this.outbox.flush();
  }
}
