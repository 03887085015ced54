import { checkApiReports } from './checks/api-reports.mjs';
import { checkDashboards } from './checks/dashboards.mjs';
import { checkDecisions } from './checks/decisions.mjs';
import { checkDependencies } from './checks/dependencies.mjs';
import { checkDocs } from './checks/docs.mjs';
import { checkDocsMap } from './checks/docs-map.mjs';
import { checkErrorCodes } from './checks/error-codes.mjs';
import { checkExamples } from './checks/examples.mjs';
import { checkFacades } from './checks/facades.mjs';
import { checkFileSize } from './checks/file-size.mjs';
import { checkHouse } from './checks/house.mjs';
import { checkLayers } from './checks/layers.mjs';
import { checkMachinePaths } from './checks/machine-paths.mjs';
import { checkManifests } from './checks/manifests.mjs';
import { checkOptionDocs } from './checks/option-docs.mjs';
import { checkPackedPackages } from './checks/packed-packages.mjs';
import { checkQueries } from './checks/queries.mjs';
import { checkReadmes } from './checks/readmes.mjs';
import { checkRunbooks } from './checks/runbooks.mjs';
import { checkVocabulary } from './checks/vocabulary.mjs';

/**
 * Something that a check found.
 * @typedef {object} Problem
 * @property {string} where file, with a line where there is one, from the root of the workspace
 * @property {string} what one clause: what is wrong with it
 * @property {true} [isNotice] worth knowing and no failure
 */

/** @typedef {import('./workspace/read-workspace.mjs').Workspace} Workspace */

/** @type {Record<string, (workspace: Workspace) => Problem[] | Promise<Problem[]>>} */
const CHECKS = {
  layers: checkLayers,
  vocabulary: checkVocabulary,
  manifests: checkManifests,
  dependencies: checkDependencies,
  facades: checkFacades,
  'packed-packages': checkPackedPackages,
  'machine-paths': checkMachinePaths,
  'file-size': checkFileSize,
  docs: checkDocs,
  'docs-map': checkDocsMap,
  decisions: checkDecisions,
  house: checkHouse,
  readmes: checkReadmes,
  examples: checkExamples,
  'option-docs': checkOptionDocs,
  queries: checkQueries,
  runbooks: checkRunbooks,
  dashboards: checkDashboards,
  'error-codes': checkErrorCodes,
  'api-reports': checkApiReports,
};

/** The names of all checks, in the order in which they report. */
export const CHECK_NAMES = Object.keys(CHECKS);

/**
 * Runs checks at the same time. A check that throws has found one problem.
 * @param {Workspace} workspace
 * @param {readonly string[]} names some of CHECK_NAMES
 * @returns {Promise<{ name: string, problems: Problem[] }[]>} in the order of the names
 */
export function runChecks(workspace, names) {
  return Promise.all(
    names.map(async (name) => {
      const check = CHECKS[name];
      if (check === undefined) throw new Error(`no check is called ${name}`);
      try {
        return { name, problems: await check(workspace) };
      } catch (error) {
        const what = error instanceof Error ? error.message : String(error);
        return { name, problems: [{ where: name, what }] };
      }
    }),
  );
}
