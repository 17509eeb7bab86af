/** What the engines of uploads and downloads share, and what they have to be able to do. */
import type { Board } from "./board";
import type { Connections } from "./connections";
import type { World } from "./ports";
import type { CompletedTransfer, ConflictChoice, EndedTransfer } from "./transfers";
import type { Row } from "./views";

/** The part of the world that is there before an engine is loaded. */
export interface PageWorld extends Pick<World, "clock" | "connectivity" | "random"> {
  /** Tells this page from all others. */
  readonly page: string;
}

export interface Host {
  readonly world: PageWorld;
  readonly connections: Connections;
  readonly board: Board;
  /** No other page and no earlier one has given it. */
  readonly newId: () => string;
  /** An upload is complete. */
  readonly completed: (done: CompletedTransfer) => void;
  /** A transfer is done or given up. */
  readonly ended: (ended: EndedTransfer) => void;
  /** S3 or the API has refused the account's keys as expired. */
  readonly credentialsExpired: () => void;
}

/** Commands about transfers that it does not know are none of an engine's business. */
export interface Commands {
  pause(ids: readonly string[]): void;
  resume(ids: readonly string[]): void;
  /** Everything waits for new keys. */
  credentialsExpired(): void;
  credentialsRenewed(): void;
  cancel(ids: readonly string[]): void;
  cancelAll(): void;
  retry(ids: readonly string[]): void;
  resolveConflicts(ids: readonly string[], choice: ConflictChoice): void;
  clearFinished(): void;
  rows(): Iterable<Row>;
}

/** How an engine comes, for it is not part of what is loaded first. */
export interface Loader<Engine extends Commands> {
  readonly load: (host: Host) => Promise<Engine>;
  /** An earlier page has left something to go on with. */
  readonly hasUnfinished: boolean;
}
