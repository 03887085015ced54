import type { AuthMeter } from '../auth-meter';
import type { AuthExchange } from '../exchange/auth-exchange';
import type { VerdictFacts } from '../exchange/exchange-facts';
import { runInExchange } from '../exchange/in-progress';
import { observeResult } from '../exchange/observe-result';
import type { AuthLayer } from './auth-layer';

/** `next('route')` and `next('router')` choose a route, they are no errors. */
const ROUTING_SIGNALS: readonly unknown[] = ['route', 'router'];

/** A wrapped auth layer in one request. Only its first word counts; none of the words throws. */
export class ObservedLayer {
  constructor(
    private readonly meter: AuthMeter,
    private readonly exchange: AuthExchange,
    private readonly layer: AuthLayer,
    /** Reads from the request whom the layer accepted. */
    private readonly whom: () => VerdictFacts | undefined,
  ) {}

  /** Runs the layer inside the exchange; what it throws or rejects with is its refusal. */
  run<Result>(work: () => Result): Result {
    return observeResult(() => runInExchange(this.exchange, work), {
      onThrow: (error) => {
        this.refuse(error);
      },
    });
  }

  /** It called `next` as Express and Connect know it: with nothing, a routing signal, or an error. */
  handOn(signal: unknown): void {
    if (signal === undefined || signal === null) this.pass();
    else if (ROUTING_SIGNALS.includes(signal)) this.standAside();
    else this.refuse(signal);
  }

  /** It handed on. */
  pass(): void {
    this.meter.guard('adapter', () => {
      this.layer.pass(this.whom());
    });
  }

  /** It handed on to another route. */
  standAside(): void {
    this.meter.guard('adapter', () => {
      this.layer.standAside(this.whom());
    });
  }

  /** It handed on although it could not verify the token that came along. */
  tolerate(error: unknown): void {
    this.meter.guard('adapter', () => {
      this.layer.tolerate(error);
    });
  }

  /** It handed an error on. */
  refuse(error: unknown): void {
    this.meter.guard('adapter', () => {
      this.layer.refuse(error);
    });
  }
}
