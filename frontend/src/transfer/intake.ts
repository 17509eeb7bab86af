/** Takes in picked files a few at a time: to tell size and time of each, a browser asks its disk. */
import type { Arrival } from "./lazyUploads";
import type { ClockPort } from "./ports";
import { Queue } from "./queue";
import type { Destination, NewFile } from "./transfers";

/** The page is not held up for longer than this. */
const SLICE_MS = 15;

interface Picked {
  readonly destination: Destination;
  readonly file: NewFile;
}

export class Intake {
  private readonly picked = new Queue<Picked>();
  private isRunning = false;

  constructor(
    private readonly clock: ClockPort,
    private readonly newId: () => string,
    private readonly onArrived: (arrivals: readonly Arrival[]) => void,
  ) {}

  add(destination: Destination, files: readonly NewFile[]): void {
    for (const file of files) this.picked.push({ destination, file });
    if (!this.isRunning) this.run();
  }

  /** What has not arrived yet does not. */
  clear(): void {
    while (this.picked.shift() !== undefined);
  }

  private run(): void {
    this.onArrived(this.slice());
    this.isRunning = this.picked.length > 0;
    if (!this.isRunning) return;
    this.clock.after(0, () => {
      this.run();
    });
  }

  private slice(): readonly Arrival[] {
    const arrived: Arrival[] = [];
    const end = this.clock.now() + SLICE_MS;
    do {
      const next = this.picked.shift();
      if (next === undefined) break;
      arrived.push(arrivalOf(next, this.newId()));
    } while (this.clock.now() < end);
    return arrived;
  }
}

/** The folders of a dropped folder's file become part of the prefix, never of the name. */
function arrivalOf({ destination, file: picked }: Picked, id: string): Arrival {
  const { file, relativePath, handle } = picked;
  const path = relativePath ?? file.name;
  const end = path.lastIndexOf("/") + 1;
  const prefix = destination.prefix + path.slice(0, end);
  const { size, lastModified } = file;
  const name = path.slice(end);
  return { id, bucket: destination.bucket, prefix, name, size, lastModified, file, handle };
}
