/** Analytics run from what a person does after they agreed, and stop when they no longer do. */
import type { Deed } from "../deed";
import type { Analytics } from "./analytics";
import type { ConsentStore } from "./consent";

type Running = Pick<Analytics, "hear" | "setEnabled">;

export interface AnalyticsSwitchOptions {
  readonly consent: ConsentStore;
  /** Null where the browser does not support analytics, or consent has gone meanwhile. */
  readonly start: (isAgreed: () => boolean) => Promise<Running | null>;
  /** Removes what analytics have kept in this browser. */
  readonly forget: () => Promise<void>;
}

export class AnalyticsSwitch {
  private running: Promise<Running | null> | null = null;

  constructor(private readonly options: AnalyticsSwitchOptions) {
    options.consent.subscribe(this.follow);
  }

  hear(deed: Deed): void {
    if (!this.isAgreed()) return;
    this.running ??= this.start();
    void this.running.then((analytics) => {
      if (this.isAgreed()) analytics?.hear(deed);
    });
  }

  private readonly isAgreed = (): boolean => this.options.consent.get() === "agreed";

  /** Whatever blocks it, blocks it for this page: it is not tried again. */
  private async start(): Promise<Running | null> {
    const analytics = await this.options.start(this.isAgreed).catch(() => null);
    // Consent went while it started, and may come back.
    if (analytics === null && !this.isAgreed()) this.running = null;
    return analytics;
  }

  private readonly follow = (): void => {
    const isAgreed = this.isAgreed();
    const switched = this.running?.then((analytics) => analytics?.setEnabled(isAgreed));
    if (!isAgreed) void this.stopped(switched);
  };

  private async stopped(switched: Promise<void> | undefined): Promise<void> {
    await switched;
    await this.options.forget().catch(() => undefined);
  }
}
