import type { Demo } from '../start-demo';

/** What a person needs to know first. */
export function renderGreeting(
  { framework, service }: Pick<Demo, 'framework' | 'service'>,
  collectorUrl: string | undefined,
): readonly string[] {
  const serviceUrl = service.url;
  return [
    `Authmeter demo: ${framework.title} that measures its own authentication, and`,
    'visitors who log in, forget passwords, steal tokens and get locked out.',
    '',
    `  metrics   ${serviceUrl}/metrics`,
    `  health    ${serviceUrl}/auth/health`,
    `  try       curl -s ${serviceUrl}/metrics | grep 'attempts.* [1-9]'`,
    collectorUrl === undefined
      ? '  collector none: set OTEL_EXPORTER_OTLP_ENDPOINT to send there as well'
      : `  collector ${collectorUrl}`,
    '',
  ];
}
