/** The instrumentation scope of audit events. */
export const SCOPE_NAME = '@authmeter/audit';
