import { exchangeInProgress, type AuthObserver, type CountedObservation } from '@authmeter/core';
import { ERROR_TYPE, SPAN_OUTCOME, SPAN_REASON } from '@authmeter/core/conventions';
import { createContextKey, trace, type Context, type Span } from '@opentelemetry/api';

/** Observations that say how a whole operation ended. */
const WHOLE_OPERATIONS: ReadonlySet<CountedObservation['observation']['kind']> = new Set([
  'attempt',
  'login',
  'registration',
  'token_refresh',
]);

/**
 * Makes an observer that tells the active span how authentication ended: `auth.outcome`, and for a failure
 * `error.type` and `auth.reason`. All of them are words of closed lists; never a token, never the text of an error.
 * The span is that of the HTTP request, or else the one in which the operation began, as long as it has not ended.
 */
export function createSpanObserver(): AuthObserver {
  return { observe: tellSpan, listensIn: (context) => spanToTell(context) !== undefined };
}

function tellSpan({ observation, failure, context }: CountedObservation): void {
  const span = spanToTell(context);
  if (span !== undefined && isWhole(observation)) annotate(span, failure);
}

function spanToTell(context: Context): Span | undefined {
  return ifRecording(serverSpanOf(context)) ?? ifRecording(trace.getSpan(context));
}

function ifRecording(span: Span | undefined): Span | undefined {
  return span?.isRecording() === true ? span : undefined;
}

/** Where the HTTP instrumentation of OpenTelemetry keeps the span of the whole request, for others to add to it. */
const RPC_METADATA = createContextKey('OpenTelemetry SDK Context Key RPC_METADATA');

/** The span of the whole request, where spans of single handlers lie in it and end before it. */
function serverSpanOf(context: Context): Span | undefined {
  const metadata = context.getValue(RPC_METADATA) as { readonly span?: Span } | undefined;
  return metadata?.span;
}

/** A token that is verified in no request at all is all that there is to tell. */
function isWhole({ kind }: CountedObservation['observation']): boolean {
  return (
    WHOLE_OPERATIONS.has(kind) ||
    (kind === 'token_validation' && exchangeInProgress() === undefined)
  );
}

function annotate(span: Span, failure: CountedObservation['failure']): void {
  span.setAttribute(SPAN_OUTCOME.key, failure === undefined ? 'success' : 'failure');
  if (failure === undefined) return;
  span.setAttribute(ERROR_TYPE.key, failure.errorType);
  span.setAttribute(SPAN_REASON.key, failure.reason);
}
