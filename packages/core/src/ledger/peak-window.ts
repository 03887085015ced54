/**
 * The largest value of the last half to whole window. It depends on time alone and not on who reads, so one
 * reader's collection never hides a peak from another.
 */
export class PeakWindow {
  private halfNumber = Number.NEGATIVE_INFINITY;
  private current = 0;
  private previous = 0;

  constructor(private readonly halfMilliseconds: number) {}

  add(value: number, nowMilliseconds: number): void {
    this.turn(nowMilliseconds);
    if (value > this.current) this.current = value;
  }

  peak(nowMilliseconds: number): number {
    this.turn(nowMilliseconds);
    return Math.max(this.current, this.previous);
  }

  private turn(nowMilliseconds: number): void {
    const half = Math.floor(nowMilliseconds / this.halfMilliseconds);
    if (half === this.halfNumber) return;
    this.previous = half === this.halfNumber + 1 ? this.current : 0;
    this.current = 0;
    this.halfNumber = half;
  }
}
