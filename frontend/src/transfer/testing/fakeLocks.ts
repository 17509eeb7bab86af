/** The Web Locks of one browser: pages request them, and lose them when they end. */

type Work = (lock: Lock | null) => unknown;
type Options = Pick<LockOptions, "mode" | "ifAvailable">;

interface Request {
  readonly page: object;
  readonly name: string;
  readonly mode: LockMode;
  /** Settles when the work is done. */
  readonly run: () => Promise<unknown>;
}

export class FakeLocks {
  private held: readonly Request[] = [];
  private waiting: readonly Request[] = [];

  /** What a page has as `navigator.locks`. */
  page() {
    const page = {};
    return {
      locks: {
        request: (name: string, given: Options | Work, work?: Work) =>
          typeof given === "function"
            ? this.request(page, name, {}, given)
            : this.request(page, name, given, work ?? expectWork),
        query: () => Promise.resolve({ held: this.held.map(({ name, mode }) => ({ name, mode })) }),
      },
      end: () => {
        const isOthers = (request: Request) => request.page !== page;
        this.waiting = this.waiting.filter(isOthers);
        this.leave(this.held.filter(isOthers));
      },
    };
  }

  private request(page: object, name: string, options: Options, work: Work): Promise<unknown> {
    const mode = options.mode ?? "exclusive";
    return new Promise((resolve, reject) => {
      const run = async () => {
        await Promise.resolve(work({ name, mode })).then(resolve, reject);
      };
      const request = { page, name, mode, run };
      if (options.ifAvailable === true && !this.isFree(request)) void work(null);
      else this.waiting = [...this.waiting, request];
      this.grant();
    });
  }

  private grant(): void {
    for (const request of this.waiting) {
      if (!this.isFree(request)) continue;
      this.waiting = this.waiting.filter((other) => other !== request);
      this.held = [...this.held, request];
      void request.run().then(() => {
        this.leave(this.held.filter((other) => other !== request));
      });
    }
  }

  private leave(held: readonly Request[]): void {
    this.held = held;
    this.grant();
  }

  private isFree({ name, mode }: Request): boolean {
    const holders = this.held.filter((other) => other.name === name);
    return mode === "shared"
      ? holders.every((other) => other.mode === "shared")
      : holders.length === 0;
  }
}

function expectWork(): never {
  throw new TypeError("A lock is requested for some work");
}
