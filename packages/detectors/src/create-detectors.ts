import {
  subjectOf,
  type AuthObserver,
  type CountedObservation,
  type ObserverHost,
  type SubjectFacts,
} from '@authmeter/core';
import type { Detection } from './detection';
import { createKeyHash } from './memory/key-hash';
import type { DetectorOptions } from './options/detector-options';
import { resolveDetectorOptions } from './options/resolve-options';
import { Episodes } from './report/episodes';
import { Reporter } from './report/reporter';
import { createLineUp } from './line-up';
import type { Sighting } from './sighting';
import { outcomeOfTry } from './tries/outcome-of-try';
import { TryTables } from './tries/try-tables';

/** Finds attacks in what a meter counts. */
export interface Detectors extends AuthObserver {
  attach(host: ObserverHost): void;
  /** The attacks that go on now, in the order in which they were found, each with its totals so far. */
  active(): readonly Detection[];
}

/**
 * Makes the detectors for one meter, to be given to its option `observers`. Each attack that they find counts one in
 * `auth.security.events`, is told to the other observers, and is told to `onDetection`. They keep a fixed amount of memory,
 * no name of an account, session or token in it, and never block anybody.
 *
 * @throws AuthmeterOptionError naming the option, what was given and what is allowed.
 */
export function createDetectors(given?: DetectorOptions): Detectors {
  const options = resolveDetectorOptions(given);
  const { clock } = options;
  const reporter = new Reporter(options);
  const episodes = new Episodes(clock, options.quietSeconds, reporter);
  const hash = createKeyHash();
  const tables = new TryTables(hash);
  const detectors = createLineUp(options, {
    tables,
    hash,
    episodes,
    onLocatorFailure: () => {
      reporter.host?.record({ kind: 'instrumentation_failure', component: 'locator' });
    },
  });
  return {
    attach: (host) => {
      reporter.host ??= host;
    },
    observe: (counted: CountedObservation) => {
      episodes.sweep();
      const { observation } = counted;
      const subject = subjectOf(observation as SubjectFacts);
      const nowMilliseconds = clock.monotonicMilliseconds();
      const outcome = outcomeOfTry(counted);
      const tried = outcome && tables.place(outcome, subject, nowMilliseconds);
      const sighting: Sighting = { counted, subject, nowMilliseconds, tried };
      for (const detector of detectors) detector.observe(sighting);
    },
    active: () => {
      episodes.sweep();
      return episodes
        .list()
        .map((episode) => reporter.describeActive(episode))
        .filter((detection) => detection !== undefined);
    },
  };
}
