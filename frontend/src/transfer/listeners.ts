/** Who wants to hear of something. */
export class Listeners<News> {
  private readonly all = new Set<(news: News) => void>();

  /** @returns what stops the listening */
  readonly add = (listener: (news: News) => void): (() => void) => {
    this.all.add(listener);
    return () => this.all.delete(listener);
  };

  readonly tell = (news: News): void => {
    for (const listener of this.all) listener(news);
  };
}
