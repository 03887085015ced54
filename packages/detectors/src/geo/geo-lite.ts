import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { maskIpAddress } from '@authmeter/core';
import type { CityResponse, CountryResponse, Reader, Response } from 'mmdb-lib';
import type { Locate } from './place';

/** What a database of the GeoLite kind says of addresses. */
export interface GeoLite {
  /** For the option `locate` of `createDetectors`. Knows nothing with a database of countries alone. */
  readonly locate: Locate;
  /** For the option `locateCountry` of `createAuthMeter`: ISO 3166-1 alpha-2. */
  readonly locateCountry: (address: string) => string | undefined;
}

/** What is less accurate is the middle of a country, which nobody travels to. */
const MOST_RADIUS_KILOMETRES = 250;
const MAPPED_PREFIX = '::ffff:';

/**
 * Reads a database of MaxMind's format (GeoLite2 or GeoIP2, City or Country) that the host obtained; Authmeter has none.
 * The whole file is kept in memory, outside the heap.
 *
 * @throws {Error} when the package `mmdb-lib`, an optional peer, is not installed, or the file is no such database.
 */
export async function openGeoLite(file: string): Promise<GeoLite> {
  const reader = await createReader(await readFile(file));
  const look = (address: string): Partial<CityResponse> | undefined => {
    const plain = plainAddress(address);
    return plain === undefined ? undefined : (reader.get(plain) ?? undefined);
  };
  return {
    locate: (address) => {
      const { latitude, longitude, accuracy_radius: radius } = look(address)?.location ?? {};
      if (latitude === undefined || longitude === undefined) return undefined;
      return radius !== undefined && radius > MOST_RADIUS_KILOMETRES
        ? undefined
        : { latitude, longitude };
    },
    locateCountry: (address) => countryOf(look(address)),
  };
}

async function createReader(database: Buffer): Promise<Reader<CityResponse & Response>> {
  try {
    const { Reader: MmdbReader } = await import('mmdb-lib');
    return new MmdbReader<CityResponse>(database);
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND';
    const what = isMissing
      ? 'needs the package mmdb-lib beside @authmeter/detectors'
      : 'cannot read the file: it is no database of the MaxMind format';
    throw new Error(`openGeoLite ${what}`, { cause });
  }
}

/** Where somebody is, or else where the network is registered. */
function countryOf(found: Partial<CountryResponse> | undefined): string | undefined {
  return found?.country?.iso_code ?? found?.registered_country?.iso_code;
}

/** The address as the reader takes it; of one with a port or the like, its network. */
function plainAddress(address: string): string | undefined {
  const bare = address.startsWith(MAPPED_PREFIX) ? address.slice(MAPPED_PREFIX.length) : address;
  if (isIP(bare) !== 0) return bare;
  const network = maskIpAddress(address);
  return isIP(network) === 0 ? undefined : network;
}
