import { context, createContextKey } from '@opentelemetry/api';
import {
  readResult,
  type DeliverableRecord,
  type Delivery,
  type LogExporter,
} from './log-exporter';

/** The key by which OpenTelemetry's SDK tells instrumentations to make no spans of its own requests. */
const SUPPRESS_TRACING = createContextKey('OpenTelemetry SDK Context Key SUPPRESS_TRACING');

/**
 * Exports one batch. Never rejects: an exporter that throws, or gives no answer in time, has failed. An answer that
 * comes later is not heard, so such a batch may arrive twice.
 */
export async function exportBatch(
  exporter: LogExporter,
  batch: DeliverableRecord[],
  timeoutMilliseconds: number,
): Promise<Delivery> {
  try {
    await waitForResource(batch);
    return await new Promise<Delivery>((resolve) => {
      const timer = setTimeout(() => {
        resolve('failed');
      }, timeoutMilliseconds).unref();
      context.with(context.active().setValue(SUPPRESS_TRACING, true), () => {
        exporter.export(batch, (result) => {
          clearTimeout(timer);
          resolve(readResult(result));
        });
      });
    });
  } catch {
    return 'failed';
  }
}

/** Resources may still be finding out where they are; a batch has one, or all of its are of one provider. */
async function waitForResource([first]: readonly DeliverableRecord[]): Promise<void> {
  if (first?.resource.asyncAttributesPending === true) {
    await first.resource.waitForAsyncAttributes?.();
  }
}
