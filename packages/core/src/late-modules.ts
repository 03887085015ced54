/* eslint-disable @typescript-eslint/no-require-imports -- nothing else loads a module at once, and late. */

import type * as cryptoModule from 'node:crypto';
import type * as netModule from 'node:net';
import type { performance as performanceObject } from 'node:perf_hooks';
import type * as ipAddrModule from 'ipaddr.js';

type Crypto = typeof cryptoModule;
type Net = typeof netModule;
type IpAddr = typeof ipAddrModule;
type Performance = typeof performanceObject;

let loadedCrypto: Crypto | undefined;
let loadedNet: Net | undefined;
let loadedIpAddr: IpAddr | undefined;
let loadedPerformance: Performance | undefined;

/** `node:crypto`, loaded when somebody first hashes: a process that starts does not wait for it. */
export function lateCrypto(): Crypto {
  return (loadedCrypto ??= require('node:crypto') as Crypto);
}

/** `node:net`, loaded for the first address that is no plain IPv4. */
export function lateNet(): Net {
  return (loadedNet ??= require('node:net') as Net);
}

/** `ipaddr.js`, loaded for the first IPv6 address. */
export function lateIpAddr(): IpAddr {
  return (loadedIpAddr ??= require('ipaddr.js') as IpAddr);
}

/** Node's own `performance`, loaded with the first meter or for whoever first reads the clock. */
export function latePerformance(): Performance {
  return (loadedPerformance ??= (require('node:perf_hooks') as { performance: Performance })
    .performance);
}
