// Writes what the types of one entry of a package offer, as a report: <types file> <report file>.
import { mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';

const SILENT = { default: { logLevel: ExtractorLogLevel.None } };
const [packageFolder = '', types = '', report = ''] = process.argv.slice(2);

mkdirSync(dirname(report), { recursive: true });
const configuration = ExtractorConfig.prepare({
  packageJsonFullPath: join(packageFolder, 'package.json'),
  configObjectFullPath: undefined,
  configObject: {
    projectFolder: packageFolder,
    mainEntryPointFilePath: join(packageFolder, types),
    compiler: {
      overrideTsconfig: {
        compilerOptions: {
          module: 'nodenext',
          moduleResolution: 'nodenext',
          target: 'es2022',
          lib: ['es2023'],
          types: ['node'],
          strict: true,
          skipLibCheck: true,
        },
        files: [types],
      },
    },
    apiReport: {
      enabled: true,
      reportFileName: basename(report),
      reportFolder: dirname(report),
      reportTempFolder: dirname(report),
      reportVariants: ['complete'],
      includeForgottenExports: true,
    },
    docModel: { enabled: false },
    dtsRollup: { enabled: false },
    tsdocMetadata: { enabled: false },
    newlineKind: 'lf',
    messages: {
      compilerMessageReporting: SILENT,
      extractorMessageReporting: SILENT,
      tsdocMessageReporting: SILENT,
    },
  },
});
const { succeeded } = Extractor.invoke(configuration, {
  localBuild: true,
  messageCallback: (message) => {
    message.handled = true;
  },
});
process.exitCode = succeeded ? 0 : 1;
