import { setTimeout as wait } from 'node:timers/promises';
import {
  BRUTE_FORCE,
  FIRST_NEWCOMERS,
  KEY_MISTAKE,
  OUTAGE,
  pickWeighted,
  planVisits,
  playAtOnce,
  VISITORS,
} from '../../demo/dist/index.js';

/** @typedef {import('../../demo/dist/index.js').Demo} Demo */
/** @typedef {import('../../demo/dist/index.js').Portal} Portal */

const TICK_MILLISECONDS = 250;
/** Fewer than the demo has members, so that no two visits share an account. */
const MOST_VISITS_AT_ONCE = 6;
const PORTAL_VISITS_PER_TICK = 3;
const TICKS_PER_HEALTH_CHECK = 20;

const THIEF = VISITORS.filter(({ name }) => name === 'loses a refresh token to a thief');
/** Everyday visitors, but for the thief and those who rotate keys: in twenty minutes they would be everywhere. */
const CALM_VISITORS = VISITORS.filter(
  (visitor) => !THIEF.includes(visitor) && visitor.name !== 'operates',
);
/** When the thief comes, in parts of the run. */
const THEFT_AT = 0.52;

/**
 * What goes wrong in the portal, when, and how often: in parts of the run, and in visits at each tick.
 * @type {readonly { from: number, to: number, visits: readonly import('../../demo/dist/index.js').PortalVisit[], perTick: number }[]}
 */
const SCENES = [
  { from: 0.2, to: 0.45, visits: BRUTE_FORCE, perTick: 5 },
  { from: 0.58, to: 0.72, visits: KEY_MISTAKE, perTick: 1 },
  { from: 0.8, to: 0.92, visits: OUTAGE, perTick: 6 },
];
/** @type {readonly { at: number, outcome: 'success' | 'failure' }[]} */
const ROTATIONS = [
  { at: 0.1, outcome: 'failure' },
  { at: 0.12, outcome: 'success' },
  { at: 0.57, outcome: 'success' },
];

/**
 * Lets visitors come to both services for a while: ordinary ones all the time, and an attack, a mistake with a key
 * and an outage one after the other.
 * @param {Demo} demo
 * @param {Portal} portal
 * @param {number} seconds
 * @param {(part: number) => void} tell called now and then with how much of it is over, 0 to 1
 */
export async function playADay(demo, portal, seconds, tell) {
  const { traffic, random, service } = demo;
  await playAtOnce(traffic, planVisits(0, random).slice(0, FIRST_NEWCOMERS), 2);
  const startedAt = performance.now();
  /** @type {Set<Promise<void>>} */
  const visits = new Set();
  const rotations = [...ROTATIONS];
  const thefts = [...THIEF];
  for (let tick = 0; ; tick += 1) {
    const part = (performance.now() - startedAt) / 1000 / seconds;
    if (part >= 1) break;
    if (visits.size < MOST_VISITS_AT_ONCE) {
      const visitor = (part > THEFT_AT && thefts.pop()) || pickWeighted(CALM_VISITORS, random);
      const visit = traffic.play(visitor).finally(() => visits.delete(visit));
      visits.add(visit);
    }
    for (let count = 0; count < PORTAL_VISITS_PER_TICK; count += 1) portal.visit();
    for (const { from, to, visits: scene, perTick } of SCENES) {
      if (part < from || part > to) continue;
      for (let count = 0; count < perTick; count += 1) portal.visit(scene);
    }
    const [rotation] = rotations;
    if (rotation !== undefined && part > rotation.at) {
      portal.rotateKey(rotation.outcome);
      rotations.shift();
    }
    if (tick % TICKS_PER_HEALTH_CHECK === 0) {
      await fetch(`${service.url}/auth/health`);
      tell(part);
    }
    await wait(TICK_MILLISECONDS);
  }
  await Promise.all(visits);
}
