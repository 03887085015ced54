import { randomInt } from 'node:crypto';
import { addressKey, spreadNumber, UNKNOWN_ADDRESS_KEY, type SubjectFacts } from '@authmeter/core';
import type { AuthOutcome } from '@authmeter/core/conventions';
import type { KeyHash } from '../memory/key-hash';
import { KeyedEntries } from '../memory/keyed-entries';
import type { Party, Tried } from '../sighting';
import { DoorKeeper } from './door-keeper';

/** Accounts and sources that are followed at a time. */
const ACCOUNTS = 640;
const SOURCES = 384;
/** How often it is looked anew who are the busiest. */
const HALVING_SECONDS = 1800;
/** Somebody who comes again so much later comes for the first time. */
const SECOND_TRY_SECONDS = 300;
const SECOND_ACCOUNT_SECONDS = 3600;

/**
 * Knows who tries: the accounts that failed twice, and the sources that failed on two accounts, the busiest of each. The
 * many who fail once, in a botnet too, take nobody's place.
 */
export class TryTables {
  readonly accounts = new KeyedEntries(ACCOUNTS, HALVING_SECONDS);
  readonly sources = new KeyedEntries(SOURCES, HALVING_SECONDS);
  private readonly accountDoor = new DoorKeeper(SECOND_TRY_SECONDS);
  private readonly sourceDoor = new DoorKeeper(SECOND_ACCOUNT_SECONDS);
  private readonly secret = randomInt(2 ** 32);

  constructor(private readonly hash: KeyHash) {}

  /** Finds the entries of who tried; gives them one where they failed and are to be followed. */
  place(outcome: AuthOutcome, subject: SubjectFacts, nowMilliseconds: number): Tried {
    const hasFailed = outcome === 'failure';
    const account = this.accountOf(subject.accountId, hasFailed, nowMilliseconds);
    const failedOn = hasFailed ? account?.key : undefined;
    const source = this.sourceOf(subject.sourceAddress, failedOn, nowMilliseconds);
    return { outcome, account, source };
  }

  /** An evenly spread number of 32 bits for a source. */
  spreadSource(key: number): number {
    return spreadNumber(key, this.secret);
  }

  /** Names that differ in capitals or in blanks around them are one account; what is no text is none. */
  private accountOf(
    accountId: unknown,
    hasFailed: boolean,
    nowMilliseconds: number,
  ): Party | undefined {
    if (typeof accountId !== 'string') return undefined;
    const key = this.hash(accountId.trim().toLowerCase());
    const { accounts } = this;
    const known = accounts.find(key);
    if (!hasFailed) return { key, entry: known, tries: 1 };
    if (known !== undefined) return { key, entry: accounts.count(key, nowMilliseconds), tries: 1 };
    const isSecond = this.accountDoor.meet(key, 0, nowMilliseconds) !== 'stranger';
    const entry = isSecond ? accounts.count(key, nowMilliseconds) : undefined;
    return { key, entry, tries: isSecond ? 2 : 1 };
  }

  private sourceOf(
    address: string | undefined,
    failedOn: number | undefined,
    nowMilliseconds: number,
  ): Party | undefined {
    const key = addressKey(address);
    if (key === UNKNOWN_ADDRESS_KEY) return undefined;
    const known = this.sources.find(key);
    if (failedOn === undefined) return { key, entry: known, tries: 1 };
    const isFollowed =
      known !== undefined ||
      this.sourceDoor.meet(this.spreadSource(key), failedOn, nowMilliseconds) === 'other';
    const entry = isFollowed ? this.sources.count(key, nowMilliseconds) : undefined;
    return { key, entry, tries: 1 };
  }
}
