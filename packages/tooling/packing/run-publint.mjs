import { readFileSync } from 'node:fs';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

/**
 * What publint finds in a packed package. Its suggestions are notices.
 * @param {import('../workspace/read-workspace.mjs').WorkspacePackage} workspacePackage
 * @param {string} tarball absolute path
 * @returns {Promise<import('../run-checks.mjs').Problem[]>}
 */
export async function runPublint({ path, manifest }, tarball) {
  const bytes = readFileSync(tarball);
  const { messages } = await publint({
    pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) },
  });
  return messages.map((message) => ({
    where: `${path}/package.json`,
    what: `publint: ${formatMessage(message, manifest, { color: false }) ?? message.code}`,
    ...(message.type === 'suggestion' ? { isNotice: /** @type {const} */ (true) } : {}),
  }));
}
