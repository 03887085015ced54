import { types } from 'node:util';
import type { Component } from '../conventions';
import { reportOnce } from './report-failure';

/** What fails inside Authmeter, or in a callback of the host's: counted, reported once, and never seen by the host. */
export class OwnFailures {
  /** @param count Counts a failure of a component; may throw. */
  constructor(private readonly count: (component: Component) => void) {}

  /** Counts a failure and reports it. Never throws. */
  note(component: Component, message = `the ${component} failed`): void {
    try {
      this.count(component);
    } catch {
      // The SDK itself throws, for example in a processor of a view: there is nobody left to tell.
    }
    reportOnce(message);
  }

  /** Runs something; a throw, or a rejection of what it returns, ends here. */
  guard<Result>(component: Component, run: () => Result, otherwise?: Result): Result | undefined {
    try {
      const result = run();
      if (typeof result === 'object' && types.isPromise(result)) {
        // An asynchronous callback that rejects would otherwise end the process.
        result.catch(() => {
          this.note(component);
        });
      }
      return result;
    } catch {
      this.note(component);
      return otherwise;
    }
  }
}
