/** A first-in, first-out queue with constant-time ends. */

export class Queue<Item> {
  private items: Item[] = [];
  private head = 0;

  get length(): number {
    return this.items.length - this.head;
  }

  push(item: Item): void {
    this.items.push(item);
  }

  shift(): Item | undefined {
    const item = this.items[this.head];
    if (item === undefined) return undefined;
    this.head += 1;
    if (this.head * 2 > this.items.length) this.dropTaken();
    return item;
  }

  private dropTaken(): void {
    this.items = this.items.slice(this.head);
    this.head = 0;
  }
}
