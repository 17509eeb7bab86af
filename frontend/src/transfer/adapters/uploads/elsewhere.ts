/** Hears when other pages have finished or left uploads, and tells them the same of this one. */
import { ended } from "../pages";

/** Ms; a page that finishes thousands of small files says so as often. */
const GATHERED_MS = 500;

class Elsewhere {
  private readonly listeners = new Set<() => void>();
  /** Pages whose end is waited for. */
  private readonly watched = new Set<string>();
  private channel: BroadcastChannel | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    this.open();
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** Something of this page is no longer unfinished. */
  tell(): void {
    this.open().postMessage(null);
  }

  watch(pages: ReadonlySet<string>): void {
    for (const page of pages) {
      if (this.watched.has(page)) continue;
      this.watched.add(page);
      void this.untilItEnds(page);
    }
  }

  private async untilItEnds(page: string): Promise<void> {
    await ended(page);
    this.watched.delete(page);
    this.hear();
  }

  private open(): BroadcastChannel {
    if (this.channel === null) {
      this.channel = new BroadcastChannel("s3loader uploads");
      this.channel.onmessage = () => {
        this.timer ??= setTimeout(() => {
          this.timer = null;
          this.hear();
        }, GATHERED_MS);
      };
    }
    return this.channel;
  }

  private hear(): void {
    for (const listener of this.listeners) listener();
  }
}

export const elsewhere = new Elsewhere();
