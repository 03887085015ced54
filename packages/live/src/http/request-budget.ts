/** So many requests a second, whoever makes them. */
export class RequestBudget {
  private second = 0;
  private spent = 0;

  constructor(
    private readonly perSecond: number,
    private readonly monotonicMilliseconds: () => number,
  ) {}

  /** Whether one more may be served now. */
  spend(): boolean {
    const second = Math.floor(this.monotonicMilliseconds() / 1000);
    if (second !== this.second) {
      this.second = second;
      this.spent = 0;
    }
    this.spent += 1;
    return this.spent <= this.perSecond;
  }
}
