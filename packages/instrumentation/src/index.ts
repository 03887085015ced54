export { AuthInstrumentation } from './auth-instrumentation';
export type { AuthInstrumentationConfig } from './config';
export { LIBRARIES, type LibraryName } from './library-names';
export { createSpanObserver } from './spans/span-observer';
