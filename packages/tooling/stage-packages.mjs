// Writes every published package as npm gets it, beside its build.
import { stagePackage } from './packing/stage-package.mjs';
import { readWorkspace } from './workspace/read-workspace.mjs';

for (const workspacePackage of readWorkspace().packages) {
  if (workspacePackage.isPublic) await stagePackage(workspacePackage);
}
