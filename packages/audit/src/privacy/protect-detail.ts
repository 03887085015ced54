import { createPseudonymizer, type ObserverHost } from '@authmeter/core';
import { AUDIT_EVENTS, OTHER_VALUE, type EventAttribute } from '@authmeter/core/conventions';
import { randomBytes } from 'node:crypto';

const LOCAL_KEY_BYTES = 32;
const EVENT_NAMES: ReadonlySet<unknown> = new Set(AUDIT_EVENTS.map(({ name }) => name));

/** Makes one value safe to leave; undefined leaves it out. Never throws. */
export type Protection = (value: unknown) => string | number | undefined;

/**
 * Makes the function that gives an attribute of an event its protection.
 *
 * @param hosts The meters that it may be about; the first one has the lists.
 * @param actions Values of `action` besides `_OTHER`.
 */
export function protectDetail(
  hosts: readonly ObserverHost[],
  actions: readonly string[],
): (attribute: EventAttribute) => Protection {
  const declaredActions: ReadonlySet<unknown> = new Set(actions);
  // Under a key of this process and nobody's: it ties events to each other and to nothing else.
  const hashLocally = createPseudonymizer(randomBytes(LOCAL_KEY_BYTES));
  return ({ treatment, list }) => {
    switch (treatment) {
      case 'listed':
        return (value) => list && hosts[0]?.listValue(list, value);
      case 'declared_action':
        return textOnly((action) => (declaredActions.has(action) ? action : OTHER_VALUE));
      case 'hashed_locally':
        return textOnly(hashLocally);
      case 'event_name':
        return textOnly((name) => (EVENT_NAMES.has(name) ? name : undefined));
      case 'instant':
        return instantOf;
      case 'count':
      case 'seconds':
        return amountOf;
      default:
        // Subjects have their own way out.
        return () => undefined;
    }
  };
}

function textOnly(protect: (text: string) => string | undefined): Protection {
  return (value) => (typeof value === 'string' ? protect(value) : undefined);
}

function amountOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}

function instantOf(value: unknown): string | undefined {
  const date = new Date(typeof value === 'number' ? value : Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
