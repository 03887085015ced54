import { existsSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { WORKSPACE_ROOT } from '../workspace/read-workspace.mjs';
import { listImportEntries } from './list-import-entries.mjs';
import { readExportNames } from './read-export-names.mjs';
import { isBesideItsFacade, renderFacade } from './render-facade.mjs';

/**
 * Writes the ESM facades of one built package. Throws where an entry has no built file.
 * @param {import('../workspace/read-workspace.mjs').WorkspacePackage} workspacePackage
 * @returns {string[]} the .mjs files written, as absolute paths
 */
export function writeFacades(workspacePackage) {
  return listImportEntries(workspacePackage).map((entry) => {
    const { commonJs, facade, facadeTypes, subpath } = entry;
    const where = `${workspacePackage.path}/package.json: exports["${subpath}"]`;
    if (!existsSync(commonJs)) {
      throw new Error(
        `${where} names ${relative(WORKSPACE_ROOT, commonJs)}, which is not built: run tsc -b`,
      );
    }
    if (!isBesideItsFacade(entry)) {
      throw new Error(`${where} must keep its import files in the folder of its require file`);
    }
    const { code, types } = renderFacade(commonJs, readExportNames(commonJs));
    writeFileSync(facade, code);
    writeFileSync(facadeTypes, types);
    return facade;
  });
}
