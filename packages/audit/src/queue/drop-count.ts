/** Is told how many events were lost since it was told last. */
export type DropReport = (count: number) => void;

/** Counts lost events, and reports those of one turn together. Each is reported exactly once. */
export class DropCount {
  private unreported = 0;
  private report: DropReport | undefined;
  private isScheduled = false;

  /** From now on, and for what was lost before. */
  reportTo(report: DropReport): void {
    this.report = report;
    this.flush();
  }

  add(count: number): void {
    if (count === 0) return;
    this.unreported += count;
    if (this.isScheduled) return;
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      this.flush();
    });
  }

  /** Reports now; while nobody listens, it keeps the count. */
  flush(): void {
    if (this.unreported === 0 || this.report === undefined) return;
    const count = this.unreported;
    this.unreported = 0;
    this.report(count);
  }
}
