import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIBRARY_PATCHES } from '../../src/libraries/library-patches';
import { LIBRARIES } from '../../src/library-names';
import { OPENTELEMETRY, placeOf } from './install-app';
import { VERSION_SETS } from './version-sets';

const PACKAGE = join(__dirname, '../..');
/** Exporters follow the SDK, and are named with it. */
const NAMED_OPENTELEMETRY = OPENTELEMETRY.filter((name) => !/exporter|resources/.test(name));

/** One row of the table. */
interface Row {
  readonly name: string;
  readonly supported: string;
  readonly tested: string;
}

function readTable(): readonly Row[] {
  const readme = readFileSync(join(PACKAGE, 'README.md'), 'utf8');
  const section = readme.split('\n## ').find((text) => text.startsWith('Supported versions')) ?? '';
  return [...section.matchAll(/^\| `([^`]+)` *\| `([^`]+)` *\| ([^|]+?) *\|$/gm)].map(
    ([, name = '', supported = '', tested = '']) => ({
      name,
      supported: supported.replaceAll('\\|', '|'),
      tested,
    }),
  );
}

/** What the patches of the libraries, and the manifest, say that they support. */
function supportedRanges(): ReadonlyMap<string, readonly string[]> {
  const { peerDependencies } = readManifest(PACKAGE);
  return new Map([
    ...LIBRARIES.map((library) => {
      const patches = LIBRARY_PATCHES.filter((patch) => patch.library === library);
      return [library, sorted(patches.flatMap(({ supported }) => supported))] as const;
    }),
    ...NAMED_OPENTELEMETRY.map((name) => [name, [peerDependencies?.[name] ?? '']] as const),
  ]);
}

/** The versions that the applications of the tests have installed, lowest first. */
function testedVersions(name: string): readonly string[] {
  const places = VERSION_SETS.map(({ dependencies, opentelemetryOf }) => {
    if (!OPENTELEMETRY.includes(name)) return dependencies[name] ?? '';
    return opentelemetryOf === undefined ? name : `${opentelemetryOf}:${name}`;
  });
  return sorted(places.map((place) => readManifest(placeOf(place)).version));
}

function readManifest(folder: string) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly version: string;
    readonly peerDependencies?: Readonly<Record<string, string>>;
  };
}

/** Each once, by the first version that it names. */
function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort((one, other) => compare(one, other));
}

function compare(one: string, other: string): number {
  const [left, right] = [numbersOf(one), numbersOf(other)];
  const place = left.findIndex((number, index) => number !== right[index]);
  return place === -1 ? 0 : (left[place] ?? 0) - (right[place] ?? 0);
}

function numbersOf(text: string): readonly number[] {
  const [, version = ''] = /^[>=]*([\d.]+)/.exec(text) ?? [];
  const numbers = version.split('.').map(Number);
  return [...numbers, 0, 0].slice(0, 3);
}

describe('the table of supported versions', () => {
  const table = readTable();

  it('has a row for each library that is patched, and for OpenTelemetry', () => {
    expect(table.map(({ name }) => name)).toEqual([...LIBRARIES, ...NAMED_OPENTELEMETRY]);
  });

  it.each(table)('says of $name what its patches support', ({ name, supported }) => {
    expect(supported).toBe(supportedRanges().get(name)?.join(' || '));
  });

  it.each(table)('says of $name which versions the tests run', ({ name, tested }) => {
    expect(tested).toBe(testedVersions(name).join(', '));
  });

  it.each(table)(
    'is held by the tests of $name at the lowest version of each range',
    ({ name }) => {
      const ranges = supportedRanges().get(name) ?? [];
      const tested = testedVersions(name);

      expect(ranges.map((range) => numbersOf(range).join('.'))).toEqual(
        ranges.map((range) => tested.find((version) => compare(version, range) >= 0)),
      );
    },
  );

  it.each(table)('ends for $name with the major, or minor of 0, that the tests run', ({ name }) => {
    const [, limit = ''] = / <([\d.]+)$/.exec(supportedRanges().get(name)?.at(-1) ?? '') ?? [];
    const newest = testedVersions(name).at(-1) ?? '';
    const [major = 0, minor = 0] = numbersOf(newest);
    const next = major === 0 ? [0, minor + 1, 0] : [major + 1, 0, 0];

    expect(compare(newest, limit)).toBeLessThan(0);
    // OpenTelemetry's experimental packages go from 0.2xx to 0.3xx: a hundred is their major.
    const nextHundred = [0, (Math.floor(minor / 100) + 1) * 100, 0];
    expect([next, nextHundred].map(String)).toContain(String(numbersOf(limit)));
  });
});
