import type { ProcessPayload, SetupPayload } from '../../shared/payload';

/** One question, its answer, and where its remedy is described. */
export interface SetupCheck {
  readonly question: string;
  readonly remedy: string;
  readonly code: string;
  /** Undefined where nobody can tell. */
  readonly answer: (setup: SetupPayload) => boolean | undefined;
}

const FIRST_ATTEMPT: SetupCheck = {
  question: 'A first attempt was seen',
  remedy: 'Send the request below to a protected route.',
  code: 'AM17',
  answer: () => false,
};

/** What stands between a service and a page with something on it, in the order in which it goes wrong. */
export const SETUP_CHECKS: Readonly<Record<ProcessPayload['source'], readonly SetupCheck[]>> = {
  reader: [
    {
      question: 'The reader is in a provider',
      remedy: 'Put live.reader into the readers of the MeterProvider; it cannot be added later.',
      code: 'AM02',
      answer: ({ isReaderRegistered }) => isReaderRegistered,
    },
    {
      question: 'Collecting succeeds',
      remedy: 'The SDK reports errors while it collects; set a diag logger to see them.',
      code: 'AM15',
      answer: ({ collects }) => collects,
    },
    {
      question: 'Metrics of Authmeter arrive',
      remedy: 'The meter records into another provider, or another copy of the API.',
      code: 'AM01',
      answer: ({ collects, seesAuthmeter }) => (collects === undefined ? undefined : seesAuthmeter),
    },
    {
      question: 'An adapter observes requests',
      remedy:
        'Mount authMetrics() before the routes; where the page is mounted before it, this cannot be told.',
      code: 'AM16',
      answer: ({ isAdapterMounted }) => isAdapterMounted,
    },
    FIRST_ATTEMPT,
  ],
  otlp: [
    {
      question: 'An export arrived',
      remedy: 'Set OTEL_EXPORTER_OTLP_ENDPOINT to this origin; the default interval is 60 seconds.',
      code: 'AM04',
      answer: ({ isReaderRegistered }) => isReaderRegistered,
    },
    {
      question: 'It holds metrics of Authmeter',
      remedy: 'The service records no metric of the conventions, or into another provider.',
      code: 'AM01',
      answer: ({ isReaderRegistered, seesAuthmeter }) =>
        isReaderRegistered ? seesAuthmeter : undefined,
    },
    FIRST_ATTEMPT,
  ],
};
