/** What a person needs to know first. */
export function renderGreeting(
  serviceUrl: string,
  collectorUrl: string | undefined,
): readonly string[] {
  return [
    'Authmeter demo: an Express service that measures its own authentication, and',
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
