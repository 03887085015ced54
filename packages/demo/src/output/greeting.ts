/** What a person needs to know first. */
export function renderGreeting(
  serviceUrl: string,
  collectorUrl: string | undefined,
): readonly string[] {
  return [
    'Authmeter demo: an Express service that measures its own authentication, and',
    'visitors of all kinds who log in, forget passwords, steal tokens and get locked out.',
    '',
    `  metrics   ${serviceUrl}/metrics`,
    `  health    ${serviceUrl}/auth/health`,
    `  try       curl -s ${serviceUrl}/metrics | grep auth_attempts_total`,
    collectorUrl === undefined
      ? '  collector none; OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4318 sends there too'
      : `  collector ${collectorUrl}`,
    '',
  ];
}
