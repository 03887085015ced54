import type { AddressInfo } from 'node:net';
import { createMeasuredApp, createPlainApp } from './create-app';
import { takeSample, type MemorySample } from './memory-sample';

/** What the service tells its parent. */
export type ServiceMessage =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'sample'; readonly sample: MemorySample }
  | { readonly kind: 'detections'; readonly count: number };

/** Arguments: milliseconds between two looks at the memory, and the file of audit events; without one, no Authmeter. */
const [, , sampleMilliseconds = '', auditFile] = process.argv;

const tell = (message: ServiceMessage): void => {
  // A parent that is gone has nothing to be told.
  process.send?.(message, undefined, undefined, () => undefined);
};

const { app, countDetections } =
  auditFile === undefined ? createPlainApp() : createMeasuredApp(auditFile);
const server = app.listen(0, '127.0.0.1', () => {
  tell({ kind: 'listening', port: (server.address() as AddressInfo).port });
});
setInterval(() => {
  tell({ kind: 'sample', sample: takeSample() });
}, Number(sampleMilliseconds));
process.once('message', () => {
  tell({ kind: 'detections', count: countDetections() });
});
process.once('disconnect', () => process.exit(0));
