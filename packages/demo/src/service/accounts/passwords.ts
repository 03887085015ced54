import type { AuthMeter } from '@authmeter/core';
import type { HashOperation } from '@authmeter/core/conventions';
// argon2: OWASP's first choice, well kept, and its npm package brings the binaries along.
import { argon2id, hash, verify, type HashOptions } from 'argon2';
import { ServiceError } from '../service-error';

/** Cheaper than OWASP's minimum (19 MiB, two passes), so that two cores carry the traffic as well. */
const MEMORY_KIBIBYTES = 8192;
const SHORTEST_PASSWORD = 10;
const MILLISECONDS_PER_SECOND = 1000;

/** Hashes passwords and compares them. */
export interface Passwords {
  /** @throws ServiceError `WEAK_PASSWORD` */
  hash(password: string): Promise<string>;
  /** Takes as long for an account that does not exist. */
  matches(digest: string | undefined, password: string): Promise<boolean>;
}

/** Tells the meter how long each hash takes. */
export function createPasswords(meter: AuthMeter, memoryKibibytes = MEMORY_KIBIBYTES): Passwords {
  const cost: HashOptions = {
    type: argon2id,
    memoryCost: memoryKibibytes,
    timeCost: 1,
    parallelism: 1,
  };
  const timed = async <Result>(
    operation: HashOperation,
    run: () => Promise<Result>,
  ): Promise<Result> => {
    const startedAt = performance.now();
    const result = await run();
    const durationSeconds = (performance.now() - startedAt) / MILLISECONDS_PER_SECOND;
    meter.record({ kind: 'password_hash', algorithm: 'argon2', operation, durationSeconds });
    return result;
  };
  const decoy = hash('nobody has this password', cost);
  return {
    hash: (password) => {
      if (password.length < SHORTEST_PASSWORD) throw new ServiceError('WEAK_PASSWORD');
      return timed('hash', () => hash(password, cost));
    },
    matches: async (digest, password) => {
      const compared = digest ?? (await decoy);
      const isSame = await timed('verify', () => verify(compared, password));
      return isSame && digest !== undefined;
    },
  };
}
