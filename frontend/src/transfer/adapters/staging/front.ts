/** Up to where nothing is missing, while ranges are stored out of order. */
export class Front {
  /** Ranges beyond the front, from -> to. */
  private readonly beyond = new Map<number, number>();
  /** Bytes: all before it is stored. */
  position = 0;

  /** `to` is the first byte that does not belong to the range. */
  stored(from: number, to: number): void {
    if (from > this.position) this.beyond.set(from, to);
    else this.position = Math.max(this.position, to);
    for (;;) {
      const next = this.beyond.get(this.position);
      if (next === undefined) return;
      this.beyond.delete(this.position);
      this.position = next;
    }
  }
}
