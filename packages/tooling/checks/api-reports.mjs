import { renderReports } from '../api/render-reports.mjs';
import { findStalePages } from './docs.mjs';

/**
 * Published packages that offer something else than their committed report says: an export, a type or a
 * signature that changed, on purpose or by accident.
 * @param {import('../workspace/read-workspace.mjs').Workspace} workspace
 * @returns {Promise<import('../run-checks.mjs').Problem[]>}
 */
export async function checkApiReports(workspace) {
  return findStalePages(await renderReports(workspace), workspace.root);
}
