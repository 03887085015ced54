import { csvOf } from '../../src/page/format/csv';
import {
  formatCount,
  formatNumber,
  formatRound,
  formatRoundShare,
  formatShare,
  orDash,
  plural,
} from '../../src/page/format/numbers';
import {
  formatLatency,
  formatProgress,
  formatRoundLatency,
  formatSpan,
  formatTime,
} from '../../src/page/format/times';
import { capitalized, readable } from '../../src/page/format/words';

const spaced = (text: string) => text.replaceAll('\u202f', ' ');

describe('numbers', () => {
  it.each([
    [0, '0'],
    [0.004, '< 0.01'],
    [0.034, '0.03'],
    [0.1234, '0.12'],
    [1.24, '1.2'],
    [5, '5'],
    [12, '12.0'],
    [123.6, '124'],
    [1_234_567, '1 234 567'],
  ])('%d is %s', (value, text) => {
    expect(spaced(formatNumber(value))).toBe(text);
  });

  it.each([
    [0, '0 %'],
    [0.0001, '< 1 %'],
    [0.43, '43 %'],
    [0.998, '> 99 %'],
    [1, '100 %'],
  ])('a share of %d is %s', (share, text) => {
    expect(spaced(formatShare(share))).toBe(text);
  });

  it('are written shorter on an axis', () => {
    expect([0, 0.5, 10, 1200].map((value) => spaced(formatRound(value)))).toEqual([
      '0',
      '0.5',
      '10',
      '1 200',
    ]);
    expect(spaced(formatRoundShare(0.025))).toBe('2.5 %');
    expect([0, 0.00005, 0.2, 2.5].map(formatRoundLatency)).toEqual([
      '0',
      '50 µs',
      '200 ms',
      '2.5 s',
    ]);
  });

  it('are a dash where there is none', () => {
    expect([
      orDash(undefined, formatCount),
      orDash(NaN, formatCount),
      orDash(0, formatCount),
    ]).toEqual(['–', '–', '0']);
  });

  it('count in the singular and the plural', () => {
    expect([plural(1, 'time'), plural(2, 'time'), plural(0, 'entry', 'entries')]).toEqual([
      '1 time',
      '2 times',
      '0 entries',
    ]);
  });
});

describe('times', () => {
  it.each([
    [0.00004, '40.0 µs'],
    [0.0042, '4.2 ms'],
    [0.24, '240 ms'],
    [2.4, '2.4 s'],
    [90, '1 min 30 s'],
  ])('a latency of %d s is %s', (seconds, text) => {
    expect(formatLatency(seconds)).toBe(text);
  });

  it.each([
    [-1, '0 s'],
    [59.6, '1 min'],
    [61, '1 min 1 s'],
    [3600, '1 h'],
    [8040, '2 h 14 min'],
    [90 * 86_400, '90 d'],
    [90_000, '1 d 1 h'],
  ])('a span of %d s is %s', (seconds, text) => {
    expect(formatSpan(seconds)).toBe(text);
  });

  it('says how far something got', () => {
    expect([formatProgress(80.4, 300), formatProgress(400, 300)]).toEqual([
      '1:20 of 5:00',
      '5:00 of 5:00',
    ]);
  });

  it('is the time of day where the reader is', () => {
    const instant = new Date(2026, 2, 4, 9, 5, 7).getTime();

    expect(formatTime(instant)).toBe('09:05:07');
  });
});

describe('words', () => {
  it('are read as people read them', () => {
    expect(['rate_limited', '_OTHER'].map(readable)).toEqual(['rate limited', 'other']);
    expect(capitalized('brute force')).toBe('Brute force');
  });
});

describe('CSV', () => {
  it('quotes what needs it, has plain numbers, and no formulas', () => {
    const table = {
      caption: 'ignored',
      columns: ['Until', 'a, "b"'],
      rows: [
        ['12:00:00', '1\u202f204'],
        ['=HYPERLINK("x")', '-3'],
      ],
    };

    expect(csvOf(table)).toBe('Until,"a, ""b"""\r\n12:00:00,1204\r\n"\'=HYPERLINK(""x"")",-3\r\n');
  });
});
