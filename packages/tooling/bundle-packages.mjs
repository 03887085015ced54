// Makes one file of every entry of the packages that are loaded by all others.
import { bundlePackage } from './bundling/bundle-package.mjs';
import { readWorkspace } from './workspace/read-workspace.mjs';

/** Folders of packages with so many files that loading them one by one would be felt. */
const BUNDLED = ['core'];

for (const workspacePackage of readWorkspace().packages) {
  if (BUNDLED.includes(workspacePackage.folder)) await bundlePackage(workspacePackage);
}
