import { guardLocate } from './geo/guard-locate';
import { AnonymousBruteForce } from './kinds/anonymous-brute-force';
import { BruteForce } from './kinds/brute-force';
import { CredentialStuffing } from './kinds/credential-stuffing';
import { FailureSpike } from './kinds/failure-spike';
import { ImpossibleTravel } from './kinds/impossible-travel';
import { PasswordSpray } from './kinds/password-spray';
import { SessionUseAfterExpire } from './kinds/session-use-after-expire';
import { SignatureBurst } from './kinds/signature-burst';
import { SuccessAfterFailures } from './kinds/success-after-failures';
import { TokenReuse } from './kinds/token-reuse';
import { FAST_PARTS, SLOW_PARTS } from './windows/parts';
import type { KeyHash } from './memory/key-hash';
import type { ResolvedDetectorOptions } from './options/detector-options';
import type { Episodes } from './report/episodes';
import type { Detector } from './sighting';
import { createKnownAttackers } from './tries/known-attackers';
import { SharedShapes } from './tries/shared-shapes';
import type { TryTables } from './tries/try-tables';

/** What detectors share. */
export interface SharedParts {
  readonly tables: TryTables;
  readonly hash: KeyHash;
  readonly episodes: Episodes;
  readonly onLocatorFailure: () => void;
}

/**
 * The detectors that the options turn on, in the order in which they look. Who looks first has the first word: a try that
 * belongs to an attack which was told already is no reason for another.
 */
export function createLineUp(
  { settings, locate }: ResolvedDetectorOptions,
  { tables, hash, episodes, onLocatorFailure }: SharedParts,
): readonly Detector[] {
  const shapes = new SharedShapes(tables.sources);
  const detectors: Detector[] = [shapes];
  const add = <Settings>(
    given: Settings | undefined,
    ...create: readonly ((settings: Settings) => Detector)[]
  ): void => {
    if (given !== undefined) detectors.push(...create.map((make) => make(given)));
  };

  const spray =
    settings.passwordSpray &&
    new PasswordSpray(
      settings.passwordSpray,
      tables.sources,
      shapes.in(settings.passwordSpray.windowSeconds, SLOW_PARTS),
      episodes,
    );
  const isSpraying = (sourceEntry: number): boolean => spray?.isSpraying(sourceEntry) === true;
  const attackers = createKnownAttackers(episodes, shapes, isSpraying);

  add(
    settings.bruteForce,
    (given) => new BruteForce(given, tables, episodes),
    (given) => new AnonymousBruteForce(given, episodes),
  );
  if (spray !== undefined) detectors.push(spray);
  add(settings.credentialStuffing, (given) => {
    const fast = shapes.in(given.windowSeconds, FAST_PARTS);
    const slow = shapes.in(given.slowWindowSeconds, SLOW_PARTS);
    return new CredentialStuffing(given, fast, slow, isSpraying, episodes);
  });
  add(
    settings.failureSpike,
    (given) => new FailureSpike(given, settings.credentialStuffing, attackers.explain, episodes),
  );
  add(
    settings.successAfterFailures,
    (given) => new SuccessAfterFailures(given, tables, attackers.getIn, episodes),
  );
  add(settings.tokenReuse, (given) => new TokenReuse(given, hash, episodes));
  add(settings.signatureBurst, (given) => new SignatureBurst(given, episodes));
  add(settings.sessionUseAfterExpire, (given) => new SessionUseAfterExpire(given, hash, episodes));
  if (locate !== undefined) {
    const where = guardLocate(locate, onLocatorFailure);
    add(settings.impossibleTravel, (given) => new ImpossibleTravel(given, where, hash, episodes));
  }
  return detectors;
}
