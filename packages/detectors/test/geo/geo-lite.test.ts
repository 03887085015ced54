import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Reader as CurrentReader } from 'mmdb-lib';
import { Reader as OlderReader } from 'mmdb-lib2';
import { createAuthMeter } from '@authmeter/core';
import { createMetricsHarness } from '@authmeter/testkit';
import { openGeoLite } from '../../src';
import { writeDatabase } from './write-database';

const DATABASE = writeDatabase({
  '203.0.113.0/25': {
    country: { iso_code: 'BR' },
    location: { latitude: -23.55, longitude: -46.63, accuracy_radius: 20 },
  },
  '203.0.113.128/25': { country: { iso_code: 'NL' } },
  '198.51.100.0/24': { registered_country: { iso_code: 'US' } },
  '192.0.2.0/24': {
    country: { iso_code: 'US' },
    location: { latitude: 37.751, longitude: -97.822, accuracy_radius: 1000 },
  },
});

const OPEN = `
const { openGeoLite } = require('./dist/index.js');
openGeoLite(process.argv[1]).then(
  (geo) => console.log(geo.locateCountry('203.0.113.9')),
  (error) => console.log(error.message),
);`;
const WITHOUT_READER = `
require('node:module').registerHooks({
  resolve: (specifier, context, next) => next(specifier === 'mmdb-lib' ? 'not-installed' : specifier, context),
});`;

const folder = mkdtempSync(join(tmpdir(), 'authmeter-geo-'));
const file = join(folder, 'City.mmdb');
writeFileSync(file, DATABASE);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('a GeoLite database', () => {
  it.each([
    ['203.0.113.9', 'BR', { latitude: -23.55, longitude: -46.63 }],
    ['::ffff:203.0.113.9', 'BR', { latitude: -23.55, longitude: -46.63 }],
    ['203.0.113.9:4711', 'BR', { latitude: -23.55, longitude: -46.63 }],
    ['203.0.113.200', 'NL', undefined],
    ['198.51.100.4', 'US', undefined],
    ['192.0.2.1', 'US', undefined],
    ['8.8.8.8', undefined, undefined],
    ['2001:db8::1', undefined, undefined],
    ['nonsense', undefined, undefined],
    ['', undefined, undefined],
  ])('knows of %s its country %s and its place', async (address, country, place) => {
    const { locate, locateCountry } = await openGeoLite(file);

    expect(locateCountry(address)).toBe(country);
    expect(locate(address)).toEqual(place);
  });

  it('gives a meter the country of its sources', async () => {
    const { locateCountry } = await openGeoLite(file);
    const harness = createMetricsHarness();
    const meter = createAuthMeter({ meterProvider: harness.meterProvider, locateCountry });
    meter.record({ kind: 'login', outcome: 'success', sourceAddress: '203.0.113.9' });

    expect(await harness.points('auth.source.countries')).toEqual([
      { attributes: { country: 'BR', outcome: 'success' }, value: 1 },
    ]);
  });

  it('that is none is refused at once', async () => {
    const empty = join(folder, 'empty.mmdb');
    writeFileSync(empty, 'no database');

    await expect(openGeoLite(empty)).rejects.toThrow('openGeoLite cannot read the file');
    await expect(openGeoLite(join(folder, 'missing.mmdb'))).rejects.toThrow('ENOENT');
  });

  it('needs mmdb-lib, which is loaded when a database is opened and not before', () => {
    const open = (hooks: string): string =>
      execFileSync(process.execPath, ['-e', `${hooks}${OPEN}`, file], {
        cwd: join(__dirname, '../..'),
        encoding: 'utf8',
      });

    expect(open('')).toBe('BR\n');
    expect(open(WITHOUT_READER)).toBe(
      'openGeoLite needs the package mmdb-lib beside @authmeter/detectors\n',
    );
  });

  it.each([
    ['2.2', OlderReader],
    ['3.0', CurrentReader],
  ])('is read by mmdb-lib %s alike', (_version, Reader) => {
    expect(new Reader(DATABASE).get('203.0.113.9')).toMatchObject({ country: { iso_code: 'BR' } });
  });
});
