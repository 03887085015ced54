// Writes what the types of entries offer, as reports: <folder of the package> <types file> <report file> for each.
import { basename, dirname, join } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';

const SILENT = { default: { logLevel: ExtractorLogLevel.None } };
/**
 * @param {string} packageFolder absolute
 * @param {string} types from the package
 * @param {string} report absolute; its folder exists
 */
function extract(packageFolder, types, report) {
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
  if (!succeeded) process.exitCode = 1;
}

const entries = process.argv.slice(2);
for (let at = 0; at < entries.length; at += 3) {
  const [packageFolder = '', types = '', report = ''] = entries.slice(at, at + 3);
  extract(packageFolder, types, report);
}
