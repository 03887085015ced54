import { code, renderTable } from './markdown.mjs';

/** @typedef {import('../workspace/load-conventions.mjs').Conventions} Conventions */

const INTRODUCTION = `# Failure reasons

Why an authentication attempt failed is told twice. The attribute \`reason\` is coarse: alerts select on it. The
attribute \`error.type\` is precise: an analyst asks for it. Each type belongs to exactly one reason. This page is
generated from \`packages/core/src/conventions\` by \`pnpm run docs\`.

The **fault** says who has to act: the client that sent the request, the server that runs the service, or unknown.
A failure to reach something, and a fault of the service itself, is never blamed on the client.`;

/**
 * @param {Conventions} conventions
 * @param {string} reason
 * @param {string} meaning
 */
function renderReason({ ERROR_TYPE_DEFINITIONS }, reason, meaning) {
  const rows = Object.entries(ERROR_TYPE_DEFINITIONS)
    .filter(([, definition]) => definition.reason === reason)
    .map(([errorType, definition]) => [
      code(errorType),
      definition.meaning,
      definition.fault,
      definition.action,
    ]);
  return [
    `## ${reason}`,
    meaning,
    renderTable(['Error type', 'Meaning', 'Fault', 'What to do first'], rows),
  ].join('\n\n');
}

/**
 * The reference page of all failure reasons.
 * @param {Conventions} conventions
 * @returns {string} Markdown
 */
export function renderFailureReasons(conventions) {
  return [
    INTRODUCTION,
    ...Object.entries(conventions.AUTH_REASON_MEANINGS).map(([reason, meaning]) =>
      renderReason(conventions, reason, meaning),
    ),
  ].join('\n\n');
}
