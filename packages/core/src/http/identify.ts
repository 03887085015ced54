import type { AuthMeter } from '../auth-meter';
import type { VerdictFacts } from '../exchange/exchange-facts';
import type { HttpAuthSettings } from './http-options';
import type { HttpParts } from './http-parts';

/** Whom the host says it served; its own callback outranks the usual places. */
export function identify<Request, Response>(
  meter: AuthMeter,
  { identify: ask }: HttpAuthSettings<Request, Response>,
  { request, identity }: HttpParts<Request, Response>,
): VerdictFacts | undefined {
  const told = ask && meter.guard('adapter', () => ask(request));
  return told ?? meter.guard('adapter', identity);
}
