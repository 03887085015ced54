/**
 * Tells whoever started the process, in one line, why something that the environment asks for is not there. Without a
 * logger of OpenTelemetry nobody would ever know.
 */
export function warnHost(message: string): void {
  process.emitWarning(message, 'AuthmeterWarning');
}
