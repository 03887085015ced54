import { METRIC_CATALOGUE } from '@authmeter/core/conventions';
import type { BlockModel, PanelReading } from '../../src/page/blocks/models';
import { View, type Filter, type RangeName } from '../../src/page/data/view';
import { PANELS } from '../../src/page/panels/catalogue';
import { DETECTIONS_PANEL } from '../../src/page/panels/detections-panel';
import { readFindings } from '../../src/page/sections/read-findings';
import { readTiles } from '../../src/page/sections/read-tiles';
import { plain, PlayedScenes } from './played-scenes';

const scenes = new PlayedScenes();

beforeAll(() => scenes.play(), 60_000);

function read(
  scene: string,
  id: string,
  range: RangeName = '5m',
  filter: Filter = {},
): PanelReading {
  const view = scenes.view(scene, range, filter);
  const panel = PANELS.find((known) => known.id === id);
  if (panel === undefined) throw new Error(`there is no panel ${id}`);
  return panel.read(view, panel.choice?.values(view)[0] ?? '');
}

const sentence = (...args: Parameters<typeof read>) => plain(read(...args).sentence);
const blocks = <Kind extends BlockModel['kind']>(reading: PanelReading, kind: Kind) =>
  reading.blocks.filter(
    (block): block is Extract<BlockModel, { kind: Kind }> => block.kind === kind,
  );

describe('what panels say in a brute force', () => {
  it.each([
    ['attempts', '28.0 a second now, 58 % failing; five minutes ago 12.0 and 3 %.'],
    ['logins', '17.5 a second now, 91 % failing; five minutes ago 1.5 and 2 %.'],
    ['limits', '4 of 28.0 requests a second are refused now.'],
    ['detections', '2 detections and 1 lockout in the last 5 min.'],
    ['dependencies', '3 of 3 up.'],
  ])('%s: %s', (id, expected) => {
    expect(sentence('attack', id)).toBe(expected);
  });

  it('says who has to act, and what to do first', () => {
    expect(sentence('attack', 'reasons')).toMatch(
      /^16\.\d failures a second now; 9\d % limited or locked\.$/,
    );
    expect(sentence('attack', 'types')).toMatch(
      /^2 \d{3} failures in the last 5 min\. account_locked leads: see who is trying: many locked accounts/,
    );
  });

  it('says that one source and one account are behind it', () => {
    const reading = read('attack', 'sources');

    expect(plain(reading.sentence)).toMatch(
      /^Sources: 1\.\d effective, of \d+\. Accounts: 1\.\d effective, of \d+\.$/,
    );
    expect(blocks(reading, 'bars').map(({ rows }) => rows[0]?.key)).toEqual([
      '203.0.113.0',
      expect.stringMatching(/^[0-9a-f]{16}$/),
    ]);
  });

  it('tells a detection with its evidence', () => {
    const [events] = blocks(read('attack', 'detections'), 'events');

    expect(events?.rows.map(({ title, severity }) => [title, severity])).toEqual([
      ['Brute force', 'critical'],
      ['Account locked, max retries', 'info'],
      ['Brute force', 'critical'],
    ]);
    expect(plain(events?.rows[0]?.evidence.join(' ') ?? '')).toMatch(
      /^Over 1 min: 9\d\d of 1 680 attempts failed, 9\d % of 1 050 logins\. 1(\.\d+)? effective source, first 203\.0\.113\.0 with 960\./,
    );
  });

  it('takes no detection for one of a process before, whose numbers began at the same', () => {
    const keysOf = (view: View) =>
      blocks(DETECTIONS_PANEL.read(view, ''), 'events').flatMap(({ rows }) =>
        rows.map(({ key }) => key),
      );
    const frame = scenes.frame('attack');
    const another = Object.assign(frame.copy(), { instance: 'another' });
    const known = keysOf(new View(frame, '5m', {}));

    expect(known).toHaveLength(3);
    expect(keysOf(new View(another, '5m', {})).filter((key) => known.includes(key))).toEqual([]);
  });

  it('leaves the other panels as they were', () => {
    expect(sentence('attack', 'tokens')).toMatch(/^10\.5 tokens validated a second now\./);
  });
});

describe('what panels say in an outage', () => {
  it('says whose fault it is', () => {
    expect(sentence('outage', 'reasons')).toMatch(/; (100|> 99) % our side\.$/);
    expect(sentence('outage', 'dependencies')).toBe('1 of 3 up.');
  });

  it('shows since when a dependency is down', () => {
    const [strips] = blocks(read('outage', 'dependencies'), 'strips');
    const jwks = strips?.rows.find(({ key }) => key === 'jwks');

    expect(jwks?.isDown).toBe(true);
    expect(jwks?.segments.map(({ state, begin, end }) => [state, (end - begin) / 1000])).toEqual([
      ['up', 100],
      ['down', 200],
    ]);
  });

  it('says how slow it got', () => {
    expect(sentence('outage', 'latency')).toMatch(
      /^95 % of authenticate took at most 2\.\d s in the last 30 seconds, n = 300\.$/,
    );
  });
});

describe('what panels say of a normal day', () => {
  it('finds nothing', () => {
    expect(readFindings(scenes.frame('calm'))).toEqual({ rows: [], explained: [] });
    expect(sentence('calm', 'detections')).toBe('0 detections and 0 lockouts in the last 5 min.');
  });

  it('says how old tokens are', () => {
    const [ages] = blocks(read('calm', 'tokens'), 'bars');

    expect(ages?.rows.map(({ label }) => label)).toEqual([
      'to 1 min',
      'to 5 min',
      'to 15 min',
      'to 30 min',
      'to 1 h',
    ]);
  });

  it('shows flows in the order in which they are gone through', () => {
    const flows = blocks(read('calm', 'flows'), 'bars');
    const oauth = flows.find(({ title }) => title === 'OAuth steps');

    expect(oauth?.rows.map(({ label }) => label)).toEqual([
      'start, success',
      'callback, success',
      'code exchange, success',
      'userinfo, success',
    ]);
  });

  it('says what was not seen yet', () => {
    const { note = '' } = read('calm', 'health');

    expect(note).toMatch(/^Not seen yet: /);
    expect(note).toContain('auth.guest.events');
    expect(note).not.toContain('auth.attempts');
  });
});

describe('silence', () => {
  it('is told for how long it lasts, and never as a share', () => {
    expect(sentence('silence', 'attempts')).toBe('None for 1 min 40 s.');
    expect(
      readTiles(scenes.view('silence')).find(({ label }) => label === 'Attempts failing')?.value,
    ).toBe('–');
  });

  it('says n where there are too few to say a percentile', () => {
    expect(sentence('silence', 'latency')).toBe(
      'authenticate: too few to say, n = 0 in the last 30 seconds.',
    );
  });
});

describe('filters', () => {
  it('narrow attempts to a method', () => {
    const all = scenes.view('attack').countOf(scenes.view('attack').filtered(METRIC_CATALOGUE[0]));
    const passwords = scenes.view('attack', '5m', { method: 'password' });

    expect(passwords.countOf(passwords.filtered(METRIC_CATALOGUE[0]))).toBeLessThan(all);
    expect(sentence('attack', 'attempts', '5m', { method: 'jwt' })).toMatch(
      /^\d\.\d a second now, \d % failing/,
    );
  });

  it('narrow failures to a reason, and keep successes beside them', () => {
    const reading = read('attack', 'attempts', '5m', { reason: 'rate_limited' });
    const [plot] = blocks(reading, 'plot');

    expect(plot?.series.map(({ label, text }) => [label, text])).toEqual([
      ['success', expect.stringMatching(/^11\.\d\/s$/)],
      ['failure', '4/s'],
    ]);
  });

  it('say where they do not reach', () => {
    const { note, tables } = read('attack', 'types', '5m', { method: 'password' });

    expect(note).toContain('attempts alone');
    expect(tables[0]?.rows.map(([type]) => type)).toEqual([
      'account_locked',
      'rate_limited',
      'invalid_credentials',
    ]);
  });
});

describe('every panel', () => {
  it.each(PANELS.map(({ id }) => id))(
    '%s has a table with the numbers of its charts, in both windows',
    (id) => {
      for (const range of ['5m', '1h'] as const) {
        const { tables, blocks: shown } = read('attack', id, range);

        expect(tables.length).toBeGreaterThan(0);
        for (const { columns, rows, caption } of tables) {
          expect(caption).not.toBe('');
          expect(rows.every((row) => row.length === columns.length)).toBe(true);
        }
        for (const plot of shown.filter((block) => block.kind === 'plot')) {
          expect(plot.series.every(({ values }) => values.length === plot.at.length)).toBe(true);
        }
      }
    },
  );

  it('has a place of its own in the address', () => {
    expect(new Set(PANELS.map(({ id }) => id)).size).toBe(PANELS.length);
  });
});

describe('tables over time', () => {
  it('have rows of ten seconds, newest first, and of a minute for the hour', () => {
    const [five] = read('attack', 'attempts').tables;
    const [hour] = read('attack', 'attempts', '1h').tables;

    expect(five?.columns).toEqual(['Until', 'success (per s)', 'failure (per s)']);
    expect(five?.rows).toHaveLength(30);
    expect(hour?.rows.length).toBeGreaterThanOrEqual(9);
    expect(five?.caption).toContain('10 s a row');
  });
});
