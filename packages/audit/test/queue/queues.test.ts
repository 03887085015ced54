import { BoundedQueue } from '../../src/queue/bounded-queue';
import { DropCount } from '../../src/queue/drop-count';
import { LineBuffer } from '../../src/queue/line-buffer';

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

describe('a bounded queue', () => {
  it('gives its last eighth to critical items only', () => {
    const queue = new BoundedQueue<string>(8);
    const taken = Array.from('abcdefgh', (item) => queue.push(item, false));
    const critical = ['X', 'Y'].map((item) => queue.push(item, true));

    expect(taken).toEqual([true, true, true, true, true, true, true, false]);
    expect(critical).toEqual([true, false]);
    expect(queue.take().join('')).toBe('abcdefgX');
  });

  it('gives items away in order of arrival, in pieces', () => {
    const queue = new BoundedQueue<number>(100);
    for (const item of [1, 2, 3, 4, 5]) queue.push(item, false);

    expect(queue.peek(2)).toEqual([1, 2]);
    expect(queue.take(2)).toEqual([1, 2]);
    expect(queue.take(10)).toEqual([3, 4, 5]);
    expect(queue.size).toBe(0);
  });
});

describe('a line buffer', () => {
  it('is what was appended, however much that is', () => {
    const buffer = new LineBuffer();
    const lines = Array.from(
      { length: 500 },
      (_, index) => `${'x'.repeat(index * 7)}${String(index)}\n`,
    );
    for (const line of lines) buffer.append(line);

    expect(buffer.lines).toBe(500);
    const chunk = buffer.take();
    expect(chunk.bytes.toString('latin1')).toBe(lines.join(''));
    expect(chunk.lines).toBe(500);
    expect(buffer.take()).toEqual({ bytes: Buffer.alloc(0), lines: 0 });
  });

  it('leaves alone what it has given away', () => {
    const buffer = new LineBuffer();
    buffer.append('first\n');
    const { bytes } = buffer.take();
    buffer.append('second\n');

    expect(bytes.toString()).toBe('first\n');
  });
});

describe('a count of drops', () => {
  it('reports those of one turn together, and each once', async () => {
    const reports: number[] = [];
    const drops = new DropCount();
    drops.reportTo((count) => void reports.push(count));
    drops.add(2);
    drops.add(3);
    drops.add(0);
    await nextTurn();
    await nextTurn();
    drops.add(1);
    drops.flush();
    await nextTurn();

    expect(reports).toEqual([5, 1]);
  });

  it('keeps what it counted before anybody listened', async () => {
    const reports: number[] = [];
    const drops = new DropCount();
    drops.add(4);
    await nextTurn();
    drops.reportTo((count) => void reports.push(count));

    expect(reports).toEqual([4]);
  });
});
