// Puts an ESM entry in front of every CommonJS entry that tsc built, so that both share one module instance.
import { writeFacades } from './facades/write-facades.mjs';
import { readWorkspace } from './workspace/read-workspace.mjs';

try {
  for (const workspacePackage of readWorkspace().packages) {
    if (workspacePackage.isPublic) writeFacades(workspacePackage);
  }
} catch (error) {
  console.error(`write-esm-facades: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
