import { context, type Context } from '@opentelemetry/api';
import type {
  AuthErrorCategory,
  AuthObserver,
  CountedObservation,
  ObserverHost,
} from '../model/auth-observer';
import type { AuthObservation } from '../model/auth-observation';
import type { Clock } from '../options/clock';

/** The observers of one meter: lends them the meter and tells them what was counted. */
export class Observers {
  /**
   * @param guard Runs one of their methods; a throw or a rejection ends there.
   */
  constructor(
    private readonly observers: readonly AuthObserver[],
    private readonly clock: Clock,
    private readonly guard: (run: () => unknown) => unknown,
  ) {}

  attach(host: ObserverHost): void {
    for (const observer of this.observers) this.guard(() => observer.attach?.(host));
  }

  /** Whether nobody listens: what is told then is told in vain. */
  get areNone(): boolean {
    return this.observers.length === 0;
  }

  /** Where something that begins now happens; undefined where nobody would ask. */
  activeContext(): Context | undefined {
    return this.areNone ? undefined : context.active();
  }

  /** Whether somebody listens to what happens in the active context. */
  listenHere(): boolean {
    const answer = this.guard(() => {
      const here = context.active();
      return this.observers.some((observer) => observer.listensIn?.(here) !== false);
    });
    // Whoever cannot say is told.
    return answer !== false;
  }

  /**
   * @param origin Where it happened. Default: the active context.
   * @param isPart Whether something else that is told by itself has its failure.
   */
  tell(
    observation: AuthObservation,
    failure: AuthErrorCategory | undefined,
    origin: Context | undefined,
    isPart: boolean,
  ): void {
    const counted: CountedObservation = {
      observation,
      atEpochMilliseconds: this.clock.epochMilliseconds(),
      context: origin ?? context.active(),
      ...(failure === undefined ? {} : { failure }),
      ...(isPart ? { isPart } : {}),
    };
    for (const observer of this.observers) this.guard(() => observer.observe(counted));
  }
}
