/** Lines as one piece of text. */
export interface Chunk {
  readonly bytes: Buffer;
  readonly lines: number;
}

const USUAL_LINE_BYTES = 1024;
const FIRST_LINES = 16;

/**
 * Collects lines of ASCII as bytes. A line is copied as it comes, which is half the price of keeping many and joining
 * them: what a line is made of is gone before the collector of garbage would have to move it.
 */
export class LineBuffer {
  private bytes = Buffer.alloc(0);
  private used = 0;
  private count = 0;

  get lines(): number {
    return this.count;
  }

  append(line: string): void {
    const end = this.used + line.length;
    if (end > this.bytes.length) this.grow(end);
    this.bytes.write(line, this.used, 'latin1');
    this.used = end;
    this.count += 1;
  }

  /** Takes all lines; none are left. */
  take(): Chunk {
    const chunk = { bytes: this.bytes.subarray(0, this.used), lines: this.count };
    this.bytes = Buffer.alloc(0);
    this.used = 0;
    this.count = 0;
    return chunk;
  }

  private grow(least: number): void {
    const size = Math.max(least, this.bytes.length * 2, FIRST_LINES * USUAL_LINE_BYTES);
    const grown = Buffer.allocUnsafe(size);
    this.bytes.copy(grown, 0, 0, this.used);
    this.bytes = grown;
  }
}
