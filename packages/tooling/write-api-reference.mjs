// Writes the API reference of the published packages as pages below .cache/api-reference. Fails on a warning: a link in
// a docstring that leads nowhere, an option that is documented and does not exist.
import { join } from 'node:path';
import { Application } from 'typedoc';
import { listImportEntries } from './facades/list-import-entries.mjs';
import { readWorkspace } from './workspace/read-workspace.mjs';

const { root, packages } = readWorkspace();
const out = join(root, '.cache/api-reference');

const entryPoints = packages
  .filter(({ isPublic }) => isPublic)
  .flatMap(listImportEntries)
  .map(({ source }) => source);

const application = await Application.bootstrapWithPlugins({
  entryPoints,
  tsconfig: join(import.meta.dirname, 'api-reference/tsconfig.json'),
  name: 'Authmeter',
  out,
  readme: 'none',
  excludeExternals: true,
  disableSources: true,
  treatWarningsAsErrors: true,
  // What a class inherits from the SDK is described there, and links to its own pages.
  externalSymbolLinkMappings: {
    '@opentelemetry/sdk-metrics': { '*': 'https://open-telemetry.github.io/opentelemetry-js/' },
  },
  // The build has checked the types already.
  skipErrorChecking: true,
  validation: { notExported: false, invalidLink: true, notDocumented: false },
});
const project = await application.convert();
if (project === undefined) throw new Error('the sources could not be read');
application.validate(project);
await application.generateOutputs(project);
if (application.logger.hasErrors() || application.logger.hasWarnings()) process.exitCode = 1;
else console.log(`${entryPoints.length} entries documented in ${out}`);
