import { isSpanContextValid, trace, type Context, type SpanContext } from '@opentelemetry/api';

/** The span that a context is in; undefined where it is in none. */
export function spanOf(context: Context | undefined): SpanContext | undefined {
  const span = context && trace.getSpanContext(context);
  return span !== undefined && isSpanContextValid(span) ? span : undefined;
}
